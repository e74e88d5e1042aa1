package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Kind;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.Role;
import org.waymark.source.CellList;
import org.waymark.source.Span;

/**
 * Open Referral data as a table of entries, by what the kind says its fields become. A property about which the directory
 * publishes the same already is left out, so importing what it publishes changes nothing.
 */
final class ServiceTable {
    /** What every object has, and Waymark makes itself. */
    private static final Set<String> OWN = Set.of("id", "name", "description", "last_modified");

    private final Kind kind;
    private final OpenReferral declared;
    private final ServiceRecords incoming;
    private final ServiceEntries entries;
    private final ServiceColumns columns;
    private final Map<String, Integer> left = new TreeMap<>();

    private ServiceTable(
            Kind kind, OpenReferral declared, ServiceRecords incoming, ServiceEntries entries, NameIndex names) {
        this.kind = kind;
        this.declared = declared;
        this.incoming = incoming;
        this.entries = entries;
        columns = new ServiceColumns(kind, declared, names);
    }

    /**
     * A table, and what is not in it.
     *
     * @param remarks what the kind cannot hold, each in a sentence without its full stop
     */
    record Translated(Table table, List<String> remarks) {}

    static Outcome<Translated> of(
            String path, ServiceRecords incoming, Kind kind, ServiceEntries entries, NameIndex names) {
        Optional<OpenReferral> declared = kind.presentation().openReferral();
        if (declared.isEmpty()) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    Span.startOf(path),
                    "the file has Open Referral data, and the kind does not say what these are in its entries",
                    "add `hsds` to the kind file; or say with `--columns` what the properties hold"));
        }
        String table = declared.get().type().word();
        if (incoming.rows(table).isEmpty()) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    Span.startOf(path),
                    "the file has no `" + table + "`, which " + kind.phrase() + " is in Open Referral data",
                    "name the file or the package that has them"));
        }
        return Outcome.of(new ServiceTable(kind, declared.get(), incoming, entries, names).translated(path, table));
    }

    private Translated translated(String path, String table) {
        List<Map<String, Cell>> records = new ArrayList<>();
        Set<String> headings =
                new LinkedHashSet<>(List.of(Headings.ID, kind.labelField().name()));
        List<Span> places = new ArrayList<>();
        for (ServiceRecords.Row row : incoming.rows(table)) {
            if (entries.isOfOtherKind(kind, row)) {
                continue;
            }
            Map<String, Cell> cells = cells(row);
            headings.addAll(cells.keySet());
            records.add(cells);
            places.add(row.span());
        }
        List<Table.Row> rows = new ArrayList<>();
        rows.add(new Table.Row(
                1,
                headings.stream()
                        .map(heading -> new Cell(heading, Cell.Form.TEXT, Span.startOf(path)))
                        .toList()));
        for (int i = 0; i < records.size(); i++) {
            Map<String, Cell> cells = records.get(i);
            Cell absent = new Cell("", Cell.Form.ABSENT, places.get(i));
            rows.add(new Table.Row(
                    i + 2,
                    headings.stream()
                            .map(heading -> cells.getOrDefault(heading, absent))
                            .toList()));
        }
        return new Translated(new Table(path, rows, true), remarks());
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (!left.isEmpty()) {
            remarks.add("not imported, since " + kind.phrase() + " has no field for it: "
                    + String.join(
                            ", ",
                            left.entrySet().stream()
                                    .map(each -> "`" + each.getKey() + "` (" + each.getValue() + ")")
                                    .toList()));
        }
        remarks.addAll(columns.remarks());
        return remarks;
    }

    private Map<String, Cell> cells(ServiceRecords.Row row) {
        Optional<Entry> entry = entries.find(kind, row);
        Optional<ServiceRecords.Row> known = entry.flatMap(entries::row);
        String name = row.text("name").orElse("");
        columns.begin(name);
        columns.put(Headings.ID, entry.map(each -> each.id().value()).orElse(""), row.place("id"));
        columns.put(kind.labelField().name(), name, row.place("name"));
        if (!isSame(row, known, "description")) {
            row.text("description").ifPresent(text -> columns.describe(text, row.place("description")));
        }
        if (!isSame(row, known, "alternate_name")
                && declared.paths("alternate_name").isEmpty()) {
            row.text("alternate_name")
                    .ifPresent(text -> kind.field(Role.ALTERNATIVE_NAMES)
                            .ifPresentOrElse(
                                    field -> columns.put(
                                            field.name(),
                                            CellList.join(otherNames(text, entry)),
                                            row.place("alternate_name")),
                                    () -> leave("alternate_name")));
        }
        if (!isSame(row, known, "assured_date")) {
            row.text("assured_date").ifPresent(day -> {
                if (kind.has(CommonFields.REVIEWED)) {
                    columns.put(CommonFields.REVIEWED.name(), day, row.place("assured_date"));
                } else {
                    leave("assured_date");
                }
            });
        }
        properties(row, known);
        rest(row);
        return columns.end();
    }

    /** The first of the other names is the one that is published; those after it stay. */
    private static List<String> otherNames(String first, Optional<Entry> entry) {
        return Stream.concat(
                        Stream.of(first),
                        entry.stream()
                                .flatMap(each -> each.alternativeNames().stream())
                                .skip(1))
                .distinct()
                .toList();
    }

    private void properties(ServiceRecords.Row row, Optional<ServiceRecords.Row> known) {
        var said = new ServiceFacts(declared.type(), incoming, entries);
        Map<String, List<List<String>>> facts = said.of(row);
        Map<String, List<List<String>>> own = known.map(
                        each -> new ServiceFacts(declared.type(), entries.published(), entries).of(each))
                .orElse(Map.of());
        facts.forEach((property, values) -> {
            if (!declared.paths(property).isEmpty()) {
                said.unread(property, row).forEach(this::leave);
            }
            if (Set.copyOf(values).equals(Set.copyOf(own.getOrDefault(property, List.of())))) {
                return;
            }
            if (declared.paths(property).isEmpty() && property.equals("alternate_name")) {
                return; // above
            }
            if (declared.paths(property).isEmpty()) {
                if (!property.equals("eligibility_description") || !columns.details(values, row.place(property))) {
                    leave(property);
                }
            } else {
                columns.put(property, values, own.getOrDefault(property, List.of()), row.place(property));
            }
        });
    }

    /** Counts what has no property that a kind could name. */
    private void rest(ServiceRecords.Row row) {
        Set<String> properties = OpenReferral.propertiesOf(declared.type()).keySet();
        row.cells().forEach((column, cell) -> {
            boolean isKnown = OWN.contains(column)
                    || properties.contains(column)
                    || column.endsWith("_id")
                    || Set.of("alternate_name", "assured_date", "minimum_age", "maximum_age", "latitude", "longitude")
                            .contains(column)
                    || (column.equals("status") && cell.text().equals("active"))
                    || (column.equals("location_type") && cell.text().equals("physical"))
                    || (declared.type() == OpenReferral.Type.TAXONOMY_TERM
                            && Set.of("taxonomy", "language").contains(column));
            if (!isKnown) {
                leave(column);
            }
        });
        String key = declared.type().word() + "_id";
        for (String table : List.of("contact", "funding", "organization_identifier", "program", "required_document")) {
            if (!incoming.rows(table, key, row.id()).isEmpty()) {
                leave(table);
            }
        }
    }

    private void leave(String what) {
        left.merge(what, 1, Integer::sum);
    }

    private boolean isSame(ServiceRecords.Row row, Optional<ServiceRecords.Row> known, String column) {
        return known.flatMap(each -> each.text(column)).equals(row.text(column));
    }
}
