package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Span;
import org.waymark.tool.data.Headings.Header;
import org.waymark.tool.data.Headings.Meaning;

/** Finds the entry of each row of a table: by its id, or else by its name; a row about no entry makes a new one. */
final class RowEntries {
    private final Directory directory;
    private final Kind kind;
    private final Table table;
    private final Header header;
    private final NameIndex names;
    private final List<Diagnostic> found;
    private final List<ImportedRow> rows = new ArrayList<>();

    private RowEntries(
            Directory directory, Kind kind, Table table, Header header, NameIndex names, List<Diagnostic> found) {
        this.directory = directory;
        this.kind = kind;
        this.table = table;
        this.header = header;
        this.names = names;
        this.found = found;
    }

    /**
     * The rows with their entries.
     *
     * @param data the rows below the header
     * @param names to which new entries are added
     * @param found to which faults are added
     */
    static List<ImportedRow> of(
            Directory directory,
            Kind kind,
            Table table,
            Header header,
            List<Table.Row> data,
            NameIndex names,
            List<Diagnostic> found) {
        var entries = new RowEntries(directory, kind, table, header, names, found);
        entries.find(data);
        return entries.rows;
    }

    /** Finds the entry of each row, before any reference to one of them is read. */
    private void find(List<Table.Row> data) {
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
            Optional<Cell> id = idColumn.map(index -> table.cell(row, index)).filter(cell -> !cell.isBlank());
            Optional<Cell> name = nameColumn.map(index -> table.cell(row, index));
            Cell place = id.or(() -> name).orElseGet(() -> table.cell(row, 0));
            if (place.isBlank() || CellText.isPlaceholder(place.text())) {
                found.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        place.span(),
                        "the row does not say which entry it is about",
                        "write its id or its name, or delete the row"));
                continue;
            }
            find(row, id, name, place).ifPresent(each -> {
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

    private Optional<ImportedRow> find(Table.Row row, Optional<Cell> typedId, Optional<Cell> name, Cell place) {
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
            directory
                    .entries(kind)
                    .filter(Entry::isNamed)
                    .forEach(entry -> byId.putIfAbsent(entry.id(), Optional.of(entry)));
        }
        return byId;
    }
}
