package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.Span;

/**
 * The content of the columns of a table: recognised by the names of fields, by their labels, or by the user's own list.
 */
final class Headings {
    static final String ID = "id";
    static final String TEXT = "text";

    /** Sources and the like; no table has more columns for one field. */
    private static final int MOST_GROUPS = 50;

    /** What forms write behind the name of a field. */
    private static final Pattern NOTE = Pattern.compile("(?i)\\s*\\((?:required|mandatory|optional)\\)\\W*$");

    private final Kind kind;
    private final ColumnNames own;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Headings(Kind kind, ColumnNames own) {
        this.kind = kind;
        this.own = own;
        List<Column> all = Column.of(kind.fields(), field -> MOST_GROUPS);
        all.forEach(column -> columns.putIfAbsent(folded(column.name()), column));
        all.forEach(column -> columns.putIfAbsent(folded(column.label()), column));
        // The first group of a list needs no number.
        all.forEach(column -> columns.putIfAbsent(folded(column.name().replaceFirst("\\.1\\.", ".")), column));
        all.stream()
                .filter(column -> column.steps().size() == 1)
                .forEach(column ->
                        columns.putIfAbsent(folded(column.field().display().labelOfMany()), column));
        names.add(ID);
        all.stream()
                .map(Column::name)
                .filter(name -> !name.matches(".*\\.([2-9]|\\d\\d)\\..*"))
                .forEach(names::add);
        if (hasText()) {
            names.add(TEXT);
        }
    }

    /** The content of a column. */
    sealed interface Meaning {
        /** The id of the entry. */
        record OfId() implements Meaning {}

        /** The text below the fields. */
        record OfText() implements Meaning {}

        /** A field, or a part of one. */
        record OfField(Column column) implements Meaning {}

        /** A column that is not imported. */
        record Ignored() implements Meaning {}
    }

    /**
     * The header of a table.
     *
     * @param row its number
     * @param meanings of the columns, by their index
     */
    record Header(int row, Map<Integer, Meaning> meanings) {
        Optional<Integer> indexOf(Class<? extends Meaning> type) {
            return meanings.entrySet().stream()
                    .filter(each -> type.isInstance(each.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private boolean hasText() {
        return kind.place().hasBody() && kind.field(TEXT).isEmpty();
    }

    /** What a heading means; empty if it is unknown. */
    Optional<Meaning> meaning(String heading) {
        Optional<Optional<String>> given = own.find(heading);
        if (given.isPresent()) {
            return given.get().isEmpty()
                    ? Optional.of(new Meaning.Ignored())
                    : byName(given.get().get());
        }
        return byName(heading)
                .or(() -> Optional.<Meaning>of(new Meaning.Ignored()).filter(none -> own.leavesOutOthers()));
    }

    private Optional<Meaning> byName(String name) {
        if (name.strip().startsWith("_")) {
            // As in the published tables, which contain more than the fields.
            return Optional.of(name.strip().equals("_" + ID) ? new Meaning.OfId() : new Meaning.Ignored());
        }
        String folded = folded(name);
        Column column = columns.get(folded);
        if (column != null) {
            return Optional.of(new Meaning.OfField(column));
        }
        return folded.equals(ID)
                ? Optional.of(new Meaning.OfId())
                : Optional.<Meaning>of(new Meaning.OfText()).filter(text -> hasText() && folded.equals(TEXT));
    }

    /** How many texts of a row are known headings. */
    int known(List<String> row) {
        return (int) row.stream()
                .filter(text -> !text.isEmpty() && meaning(text).isPresent())
                .count();
    }

    /** The nearest known name. */
    Optional<String> question(String heading) {
        return DidYouMean.question(heading, names);
    }

    List<String> names() {
        return names;
    }

    /** Finds the header, which may have titles above it and a second line of headings below. */
    Outcome<Header> find(Table table) {
        if (table.beginsWithHeader()) {
            return read(table, table.rows().get(0));
        }
        Table.Row best = null;
        int most = 0;
        for (Table.Row row : table.rows()
                .subList(0, Math.min(CsvTable.FIRST_ROWS, table.rows().size()))) {
            int known = known(row.texts());
            if (known > most) {
                most = known;
                best = row;
            }
        }
        if (most <= 1 && isTurned(table)) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    table.rows().get(0).cells().get(0).span(),
                    "the names of the fields are in a column, not in a row",
                    "copy the table, and paste it transposed into a new sheet"));
        }
        if (best == null) {
            Span first = table.rows().isEmpty()
                    ? Span.startOf(table.path())
                    : table.rows().get(0).cells().get(0).span();
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    first,
                    table.rows().isEmpty()
                            ? "the table is empty"
                            : "no row names the fields of " + kind.phrase() + " as the headings of its columns",
                    "begin with a row of headings, such as " + String.join(", ", names)));
        }
        return read(table, best);
    }

    /** Whether the first column names several fields, and so each column below it is about an entry. */
    private boolean isTurned(Table table) {
        return known(table.rows().stream()
                        .limit(CsvTable.FIRST_ROWS)
                        .map(row -> row.cells().get(0).text())
                        .toList())
                > 2;
    }

    private Outcome<Header> read(Table table, Table.Row row) {
        var found = new ArrayList<Diagnostic>();
        var meanings = new HashMap<Integer, Meaning>();
        var seen = new HashMap<Meaning, Cell>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell.isBlank()) {
                withoutHeading(table, row, i).ifPresent(found::add);
                continue;
            }
            int index = i;
            Optional<Meaning> meaning = meaning(cell.text()).or(() -> nothing(table, row, index));
            if (meaning.isEmpty()) {
                found.add(unknown(cell));
            } else if (!(meaning.get() instanceof Meaning.Ignored) && seen.containsKey(meaning.get())) {
                Cell first = seen.get(meaning.get());
                found.add(Diagnostic.of(
                                Codes.DUPLICATE_KEY,
                                cell.span(),
                                "two columns hold the same: `" + first.text() + "` and `" + cell.text() + "`",
                                "delete one of the two, or give it another heading")
                        .withNote(first.span(), "the first one is here"));
            } else {
                seen.put(meaning.get(), cell);
                meanings.put(i, meaning.get());
            }
        }
        beyond(table, row).ifPresent(found::add);
        return found.isEmpty() ? Outcome.of(new Header(row.number(), meanings)) : Outcome.failed(found);
    }

    /** A field that needs several columns has one without any value: where it says something, it removes all parts. */
    private Optional<Meaning> nothing(Table table, Table.Row header, int index) {
        boolean isBlank = table.rows().stream()
                .filter(row -> row.number() > header.number())
                .allMatch(row -> table.cell(row, index).isBlank());
        String heading = folded(header.cells().get(index).text());
        return kind.fields().stream()
                .filter(field -> isBlank && isCalled(field, heading))
                .findFirst()
                .map(field -> new Meaning.OfField(new Column(
                        List.of(field.name()), List.of(field.display().label()), field, field.type())));
    }

    private static boolean isCalled(Field<?> field, String folded) {
        return Stream.of(field.name(), field.display().label(), field.display().labelOfMany())
                .anyMatch(name -> folded(name).equals(folded));
    }

    private Diagnostic unknown(Cell cell) {
        String heading = "`" + cell.text().lines().findFirst().orElse("") + "`";
        Optional<String> parts = parts(cell.text());
        return Diagnostic.of(
                Codes.UNKNOWN_FIELD,
                cell.span(),
                parts.isPresent() ? heading + " is more than one column" : kind.phrase() + " has no field " + heading,
                parts.or(() -> question(cell.text()))
                        .orElse(
                                "delete the column; or say with `--columns` what it holds, or that it is to be left out"));
    }

    /** The columns of a field that needs several, if that is what a heading names. */
    private Optional<String> parts(String heading) {
        List<String> parts = names.stream()
                .filter(name -> name.indexOf('.') > 0)
                .filter(name -> Optional.ofNullable(columns.get(folded(name)))
                        .filter(column -> isCalled(column.field(), folded(heading)))
                        .isPresent())
                .map(name -> "`" + name + "`")
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("it has a column for each of its parts: " + String.join(", ", parts));
    }

    private static Optional<Diagnostic> withoutHeading(Table table, Table.Row header, int index) {
        return table.rows().stream()
                .filter(row ->
                        row.number() > header.number() && index < row.cells().size())
                .map(row -> row.cells().get(index))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> Diagnostic.of(
                                Codes.UNKNOWN_FIELD,
                                header.cells().get(index).span(),
                                "the column has no heading, but holds values",
                                "write a heading, or delete the column")
                        .withNote(cell.span(), "the first value is here"));
    }

    /** A value to the right of all headings, as results from an unquoted comma in a text. */
    private static Optional<Diagnostic> beyond(Table table, Table.Row header) {
        return table.rows().stream()
                .filter(row -> row.number() > header.number())
                .flatMap(row -> row.cells().stream().skip(header.cells().size()))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> Diagnostic.of(
                        Codes.INVALID_TABLE,
                        cell.span(),
                        "the row has more cells than there are headings",
                        "write a heading above the cell, or delete it; in a CSV file, put a text with a comma in"
                                + " quotation marks"));
    }

    /** Letters and digits, for case, spaces and punctuation do not matter. */
    private static String folded(String heading) {
        return NOTE.matcher(heading.strip())
                .replaceFirst("")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }
}
