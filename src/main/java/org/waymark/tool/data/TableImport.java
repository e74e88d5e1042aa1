package org.waymark.tool.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.data.Headings.Header;
import org.waymark.tool.data.Headings.Meaning;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.EntryUpdates;
import org.waymark.tool.edit.NewValue;
import org.waymark.tool.edit.Refusal;

/**
 * Turns the rows of a table into changes of entries. A cell with the entry's current value changes nothing, so
 * importing an unedited export has no effect. A cell that is empty removes a value; a column that is missing leaves it.
 */
public final class TableImport {
    private final EditableProject content;
    private final Kind kind;
    private final Table table;
    private final Header header;
    private final LocalDate today;
    private final NameIndex names;
    private final CellReader reader;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<ImportedRow> rows = new ArrayList<>();

    private TableImport(EditableProject content, Kind kind, Table table, Header header, LocalDate today) {
        this.content = content;
        this.kind = kind;
        this.table = table;
        this.header = header;
        this.today = today;
        this.names = new NameIndex(content.directory());
        this.reader = new CellReader(names);
    }

    /**
     * Plans the changes.
     *
     * @param columns the user's list of columns
     * @param today for required dates that a new entry lacks
     */
    public static Outcome<ImportPlan> plan(
            TableFile file, Optional<SourceFile> columns, Kind kind, EditableProject content, LocalDate today) {
        Outcome<ColumnNames> own =
                columns.map(list -> ColumnNames.read(list, kind)).orElseGet(() -> Outcome.of(ColumnNames.NONE));
        if (own.value().isEmpty()) {
            return Outcome.failed(own.diagnostics());
        }
        var headings = new Headings(kind, own.value().get());
        Outcome<Table> table = file.read(headings::known);
        if (table.value().isEmpty()) {
            return Outcome.failed(table.diagnostics());
        }
        Outcome<Header> header = headings.find(table.value().get());
        return header.value().isEmpty()
                ? Outcome.failed(header.diagnostics())
                : new TableImport(
                                content,
                                kind,
                                table.value().get(),
                                header.value().get(),
                                today)
                        .plan(headings);
    }

    private Outcome<ImportPlan> plan(Headings headings) {
        List<Table.Row> data = table.rows().stream()
                .filter(row -> row.number() > header.row() && !isSecondHeader(row, headings))
                .toList();
        identify(data);
        rows.forEach(this::read);
        if (!found.isEmpty()) {
            found.sort(Diagnostic.ORDER);
            return Outcome.failed(found);
        }
        try {
            return Outcome.of(changes());
        } catch (Refusal e) {
            return Outcome.failed(
                    Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(table.path()), String.valueOf(e.getMessage())));
        }
    }

    /** A second line of headings, such as labels below names. */
    private boolean isSecondHeader(Table.Row row, Headings headings) {
        boolean isNext = table.rows().stream()
                .filter(each -> each.number() > header.row())
                .findFirst()
                .filter(row::equals)
                .isPresent();
        return isNext
                && header.meanings().entrySet().stream()
                        .filter(each -> !cell(row, each.getKey()).isBlank())
                        .allMatch(each -> headings.meaning(
                                        cell(row, each.getKey()).text())
                                .filter(each.getValue()::equals)
                                .isPresent());
    }

    private Cell cell(Table.Row row, int index) {
        return index < row.cells().size()
                ? row.cells().get(index)
                : new Cell("", Cell.Form.TEXT, Span.ofCell(table.path(), row.number(), index + 1));
    }

    /** Finds the entry of each row, before any reference to one of them is read. */
    private void identify(List<Table.Row> data) {
        Optional<Integer> idColumn = header.indexOf(Meaning.OfId.class);
        Optional<Integer> nameColumn = header.meanings().entrySet().stream()
                .filter(each -> each.getValue() instanceof Meaning.OfField of
                        && of.column().name().equals(kind.labelField().name()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (idColumn.isEmpty() && nameColumn.isEmpty()) {
            found.add(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    Span.ofCell(table.path(), header.row(), 1),
                    "no column says which entry a row is about",
                    "add a column `" + Headings.ID + "`, or `"
                            + kind.labelField().name() + "`"));
            return;
        }
        Map<Id, Cell> seen = new HashMap<>();
        for (Table.Row row : data) {
            Optional<Cell> id = idColumn.map(index -> cell(row, index)).filter(cell -> !cell.isBlank());
            Optional<Cell> name = nameColumn.map(index -> cell(row, index));
            Cell place = id.or(() -> name).orElseGet(() -> cell(row, 0));
            if (place.isBlank()) {
                found.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        place.span(),
                        "the row does not say which entry it is about",
                        "write its id or its name, or delete the row"));
                continue;
            }
            identify(row, id, name, place).ifPresent(each -> {
                Cell first = seen.putIfAbsent(each.id(), each.place());
                if (first == null) {
                    rows.add(each);
                } else {
                    found.add(Diagnostic.of(
                                    Codes.DUPLICATE_ID,
                                    place.span(),
                                    "two rows are about `" + each.id() + "`",
                                    "delete one of them, or give it another id")
                            .withNote(first.span(), "the first one is here"));
                }
            });
        }
        rows.stream().filter(row -> row.entry().isEmpty()).forEach(row -> names.add(kind, row.id(), row.name()));
    }

    private Optional<ImportedRow> identify(Table.Row row, Optional<Cell> typedId, Optional<Cell> name, Cell place) {
        String label = name.map(Cell::text).orElse("");
        if (typedId.isEmpty()) {
            List<Id> known = names.find(kind.name(), label);
            if (known.size() > 1) {
                found.add(Diagnostic.of(
                        Codes.UNKNOWN_REFERENCE,
                        place.span(),
                        "more than one " + kind.noun().one() + " is called `" + label + "`",
                        "add a column `" + Headings.ID + "` that says which: "
                                + String.join(
                                        " or ", known.stream().map(Id::value).toList())));
                return Optional.empty();
            }
            Id id = known.isEmpty() ? Id.from(label) : known.get(0);
            return Optional.of(new ImportedRow(row, id, label, place, entry(id)));
        }
        String typed = typedId.get().text();
        boolean isOfList = kind.place() instanceof YamlList;
        if (!Id.isValid(typed)) {
            found.add(Diagnostic.of(
                    Codes.INVALID_ID,
                    place.span(),
                    "`" + typed + "` is not an id",
                    "write `" + Id.from(typed) + "`, or leave the cell empty to make the id from the name"));
            return Optional.empty();
        }
        Id id = new Id(typed);
        Optional<Entry> entry = entry(id);
        boolean isRenamed =
                entry.isEmpty() || (name.isPresent() && !entry.get().label().equals(label));
        if (isOfList && isRenamed && !Id.from(label).equals(id)) {
            found.add(Diagnostic.of(
                    Codes.INVALID_ID,
                    place.span(),
                    "the id of " + kind.phrase() + " comes from its name, which makes `" + Id.from(label) + "`",
                    entry.isEmpty() ? "leave the cell empty" : "rename the entry first: waymark rename"));
            return Optional.empty();
        }
        Optional<Entry> renamed = entry.isPresent() ? Optional.empty() : holder(id);
        if (renamed.isPresent()) {
            found.add(Diagnostic.of(
                    Codes.FORMER_ID_IN_USE,
                    place.span(),
                    "`" + id + "` is a former id of `" + renamed.get().id() + "`",
                    "write `" + renamed.get().id() + "`"));
            return Optional.empty();
        }
        return Optional.of(new ImportedRow(row, id, label, place, entry));
    }

    private Optional<Entry> entry(Id id) {
        return entriesById().getOrDefault(id, Optional.empty());
    }

    private Optional<Entry> holder(Id id) {
        Directory directory = content.directory();
        return directory.formerIds().entrySet().stream()
                .filter(each -> each.getKey().kind().equals(kind)
                        && each.getValue().stream()
                                .anyMatch(former -> former.value().equals(id)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private final Map<Id, Optional<Entry>> byId = new HashMap<>();

    private Map<Id, Optional<Entry>> entriesById() {
        if (byId.isEmpty()) {
            content.directory()
                    .entries(kind)
                    .filter(Entry::isNamed)
                    .forEach(entry -> byId.putIfAbsent(entry.id(), Optional.of(entry)));
        }
        return byId;
    }

    /** Reads the cells of a row that differ from the entry. */
    private void read(ImportedRow row) {
        Mapping typed = row.entry()
                .map(this::typed)
                .orElseGet(() -> new Mapping(List.of(), row.place().span()));
        Map<Field<?>, Optional<Value>> values = new LinkedHashMap<>();
        int faults = found.size();
        header.meanings().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            Cell cell = cell(row.row(), each.getKey());
            if (cell.form() == Cell.Form.ABSENT) {
                return;
            }
            if (each.getValue() instanceof Meaning.OfField of) {
                row.places().putIfAbsent(of.column().field().name(), cell.span());
                if (!isSaid(of.column(), cell, typed)) {
                    Optional<Value> value = value(of.column(), cell);
                    Field<?> field = of.column().field();
                    Optional<Value> now = values.containsKey(field)
                            ? values.get(field)
                            : typed.member(field.name()).flatMap(Member::value);
                    values.put(field, of.column().set(now, value, cell.span()));
                }
            } else if (each.getValue() instanceof Meaning.OfText) {
                row.entry()
                        .filter(entry ->
                                cell.text().equals(content.typedBody(entry).strip()))
                        .ifPresentOrElse(entry -> {}, () -> row.text(cell));
            }
        });
        values.replaceAll((field, value) -> Column.compact(value));
        if (row.entry().isEmpty()) {
            complete(values);
        }
        row.values(kind.fields().stream()
                .filter(values::containsKey)
                .map(field -> new NewValue(field, Objects.requireNonNull(values.get(field))))
                .toList());
        if (found.size() == faults) {
            check(row, typed);
        }
    }

    private Mapping typed(Entry entry) {
        try {
            return content.typedFields(entry);
        } catch (Refusal e) {
            found.add(Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(table.path()), String.valueOf(e.getMessage())));
            return new Mapping(List.of(), entry.origin().whole());
        }
    }

    private static boolean isSaid(Column column, Cell cell, Mapping typed) {
        String now = column.text(typed);
        return cell.text().equals(now)
                || cell.text().equals(now.replace("\r\n", "\n"))
                || (cell.form() == Cell.Form.NUMBER && isSameNumber(cell.text(), now));
    }

    private static boolean isSameNumber(String a, String b) {
        return b.matches("-?\\d{1,30}(\\.\\d{1,30})?")
                && new java.math.BigDecimal(a).compareTo(new java.math.BigDecimal(b)) == 0;
    }

    private Optional<Value> value(Column column, Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Outcome<Value> value = reader.read(column, cell);
        found.addAll(value.diagnostics());
        return value.value();
    }

    /**
     * Defaults of a new entry: today for required dates; a draft, unless the table has a column that says otherwise.
     */
    private void complete(Map<Field<?>, Optional<Value>> values) {
        Span span = Span.startOf(table.path());
        values.values().removeIf(Optional::isEmpty);
        for (Field<?> field : kind.fields()) {
            if (field.isRequired() && field.type() instanceof DateType && !values.containsKey(field)) {
                values.put(field, Optional.of(new Scalar(today.toString(), span)));
            }
        }
        boolean says = header.meanings().values().stream()
                .anyMatch(meaning -> meaning instanceof Meaning.OfField of
                        && of.column().name().equals(CommonFields.DRAFT.name()));
        kind.field(CommonFields.DRAFT.name())
                .filter(field -> !says && !values.containsKey(field))
                .ifPresent(field -> values.put(field, Optional.of(new Scalar("yes", span))));
    }

    /** Reports what the types of the fields do not allow, and what a new entry lacks. */
    private void check(ImportedRow row, Mapping typed) {
        if (row.entry().isPresent() && row.values().isEmpty()) {
            return;
        }
        List<Member> members = new ArrayList<>(typed.members());
        for (NewValue each : row.values()) {
            members.removeIf(member -> member.key().text().equals(each.field().name()));
            each.value()
                    .ifPresent(value -> members.add(new Member(
                            new Scalar(
                                    each.field().name(),
                                    row.placeOf(each.field().name())),
                            Optional.of(value))));
        }
        kind
                .decode(
                        row.id(),
                        new Mapping(members, row.place().span()),
                        row.place().span(),
                        Optional.empty())
                .diagnostics()
                .stream()
                .filter(finding -> finding.isError() && finding.span().path().equals(table.path()))
                .filter(finding -> !isMissing(finding, row))
                .map(finding -> finding.withFix(Optional.empty()))
                .forEach(found::add);
        kind.fields().stream()
                .filter(field -> field.isRequired()
                        && members.stream()
                                .noneMatch(member -> member.key().text().equals(field.name())))
                .map(field -> Diagnostic.of(
                        Codes.MISSING_FIELD,
                        row.placeOf(field.name()),
                        kind.phrase() + " needs `" + field.name() + "`",
                        "write " + field.doc() + ", such as `" + field.type().example() + "`"))
                .forEach(found::add);
    }

    /** Whether a finding is that of a required field, whose help would be about lines of a file. */
    private static boolean isMissing(Diagnostic finding, ImportedRow row) {
        return finding.code().equals(Codes.MISSING_FIELD)
                && finding.span().equals(row.place().span());
    }

    private ImportPlan changes() {
        var updates = new EntryUpdates(content);
        int added = 0;
        int updated = 0;
        List<ImportedRow> inOrder = rows.stream()
                .sorted(Comparator.comparing(
                        ImportedRow::name, content.directory().order()::compare))
                .toList();
        for (ImportedRow row : inOrder) {
            Optional<Entry> entry = row.entry();
            if (entry.isEmpty()) {
                updates.add(kind, id(row), row.fields(), text(row));
                added++;
            } else if (row.isChanged()) {
                updates.update(entry.get(), row.values());
                row.text().ifPresent(cell -> updates.updateBody(entry.get(), cell.text()));
                updated++;
            }
        }
        int known =
                (int) content.directory().entries(kind).filter(Entry::isNamed).count();
        int absent = known - (rows.size() - added);
        return new ImportPlan(kind, table.path(), updates.list(), List.copyOf(rows), added, updated, absent);
    }

    private Optional<String> id(ImportedRow row) {
        return kind.place() instanceof YamlList
                ? Optional.empty()
                : Optional.of(row.id().value());
    }

    /** Empty for the usual hint to write a text, which only a draft may have. */
    private Optional<String> text(ImportedRow row) {
        boolean isDraft = row.values().stream()
                .anyMatch(each -> each.field().name().equals(CommonFields.DRAFT.name())
                        && each.value()
                                .filter(value -> value instanceof Scalar text
                                        && text.text().equals("yes"))
                                .isPresent());
        return row.text()
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .or(() ->
                        Optional.of("").filter(none -> !isDraft && kind.place().hasBody()));
    }
}
