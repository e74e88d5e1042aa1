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

    /** What has another name among the properties, or is read beside them. */
    private static final Set<String> READ =
            Set.of("alternate_name", "assured_date", "minimum_age", "maximum_age", "latitude", "longitude");

    /** What says no more than that a value is the usual one. */
    private static final Map<String, String> USUAL = Map.of("status", "active", "location_type", "physical");

    /** What a term says about its taxonomy, of which a kind or a vocabulary is one. */
    private static final Set<String> OF_TAXONOMY = Set.of("taxonomy", "language");

    /** The tables with what can belong to an object and has no property that a kind could name. */
    private static final List<String> WITHOUT_PROPERTY =
            List.of("contact", "funding", "organization_identifier", "program", "required_document");

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
                    .ifPresent(text -> otherNames(otherNames(text, entry), row.place("alternate_name")));
        }
        if (!isSame(row, known, "assured_date")) {
            row.text("assured_date").ifPresent(day -> reviewed(day, row.place("assured_date")));
        }
        properties(row, known);
        rest(row);
        return columns.end();
    }

    private void otherNames(List<String> names, Span place) {
        kind.field(Role.ALTERNATIVE_NAMES)
                .ifPresentOrElse(
                        field -> columns.put(field.name(), CellList.join(names), place), () -> leave("alternate_name"));
    }

    private void reviewed(String day, Span place) {
        if (kind.has(CommonFields.REVIEWED)) {
            columns.put(CommonFields.REVIEWED.name(), day, place);
        } else {
            leave("assured_date");
        }
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
            boolean isDeclared = !declared.paths(property).isEmpty();
            List<List<String>> now = own.getOrDefault(property, List.of());
            if (isDeclared) {
                said.unread(property, row).forEach(this::leave);
            }
            if (Set.copyOf(values).equals(Set.copyOf(now))) {
                return;
            }
            if (isDeclared) {
                columns.put(property, values, now, row.place(property));
            } else if (!isPutElsewhere(property, values, row)) {
                leave(property);
            }
        });
    }

    /** Whether a property without a field of its own stands in another: other names do, and who can use something. */
    private boolean isPutElsewhere(String property, List<List<String>> values, ServiceRecords.Row row) {
        return property.equals("alternate_name")
                || (property.equals("eligibility_description") && columns.details(values, row.place(property)));
    }

    /** Counts what has no property that a kind could name. */
    private void rest(ServiceRecords.Row row) {
        row.cells().forEach((column, cell) -> {
            if (!isRead(column) && !cell.text().equals(USUAL.get(column))) {
                leave(column);
            }
        });
        String key = declared.type().word() + "_id";
        for (String table : WITHOUT_PROPERTY) {
            if (!incoming.rows(table, key, row.id()).isEmpty()) {
                leave(table);
            }
        }
    }

    private boolean isRead(String column) {
        return OWN.contains(column)
                || READ.contains(column)
                || column.endsWith("_id")
                || OpenReferral.propertiesOf(declared.type()).containsKey(column)
                || (declared.type() == OpenReferral.Type.TAXONOMY_TERM && OF_TAXONOMY.contains(column));
    }

    private void leave(String what) {
        left.merge(what, 1, Integer::sum);
    }

    private boolean isSame(ServiceRecords.Row row, Optional<ServiceRecords.Row> known, String column) {
        return known.flatMap(each -> each.text(column)).equals(row.text(column));
    }
}
