package org.waymark.tool.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.schema.OpenReferral;

/**
 * What an object of Open Referral data says, by the properties that a kind can give to its fields. Two objects say the same
 * about a property if their facts are equal, whatever their identifiers.
 */
final class ServiceFacts {
    private static final Map<String, String> TABLES = Map.of(
            "phones", "phone",
            "addresses", "address",
            "schedules", "schedule",
            "cost_options", "cost_option",
            "languages", "language",
            "accessibility", "accessibility",
            "service_areas", "service_area",
            "attributes", "attribute",
            "locations", "service_at_location");

    /** The columns of these tables that are read, or say nothing more than what is read. */
    private static final Map<String, Set<String>> READ = Map.of(
            "phone", Set.of("number"),
            "address",
                    Set.of(
                            "address_1",
                            "address_2",
                            "city",
                            "state_province",
                            "postal_code",
                            "country",
                            "address_type"),
            "schedule", read("description", "dtstart", "wkst"),
            "cost_option", Set.of("option", "currency", "amount", "amount_description"),
            "language", Set.of("name", "code"),
            "accessibility", Set.of("description"),
            "service_area", Set.of("name"),
            "attribute", Set.of("link_type", "link_entity"),
            "service_at_location", Set.of());

    /** Tables with rows that can belong to a service at one of its places. */
    private static final List<String> AT_LOCATION = List.of("phone", "schedule", "contact");

    private static final Set<String> VOICE = Set.of("voice", "cell");

    private static Set<String> read(String... columns) {
        var read = new HashSet<>(ServiceHours.COLUMNS);
        read.addAll(List.of(columns));
        return Set.copyOf(read);
    }

    private final OpenReferral.Type type;
    private final ServiceRecords records;
    private final ServiceEntries entries;

    ServiceFacts(OpenReferral.Type type, ServiceRecords records, ServiceEntries entries) {
        this.type = type;
        this.records = records;
        this.entries = entries;
    }

    /** The table in which the values of a property are, if that is not a column. */
    static Optional<String> table(String property) {
        return Optional.ofNullable(TABLES.get(property));
    }

    /** The facts of an object by property, without those about which it says nothing. */
    Map<String, List<List<String>>> of(ServiceRecords.Row row) {
        var facts = new TreeMap<String, List<List<String>>>();
        for (Map.Entry<String, OpenReferral.Value> property :
                OpenReferral.propertiesOf(type).entrySet()) {
            List<List<String>> values = values(property.getKey(), property.getValue(), row)
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                facts.put(property.getKey(), values);
            }
        }
        return facts;
    }

    private Stream<List<String>> values(String property, OpenReferral.Value value, ServiceRecords.Row row) {
        return switch (value) {
            case WORDS, WEB_ADDRESS, EMAIL -> row.text(property).map(List::of).stream();
            case PHONES -> parts(voiceFirst(rows(property, row)), "number").map(ServiceFacts::withoutQuotes);
            case ADDRESSES -> addresses(row);
            case POSITION -> position(row).stream();
            case SCHEDULES -> schedules(row);
            case PRICES ->
                columns(property, row, "option", "currency", "amount", "amount_description")
                        .map(ServiceFacts::price);
            case ELIGIBILITY ->
                row.text("minimum_age").isPresent() || row.text("maximum_age").isPresent()
                        ? Stream.of(List.of(
                                row.text("minimum_age")
                                        .map(ServiceFacts::number)
                                        .orElse(""),
                                row.text("maximum_age")
                                        .map(ServiceFacts::number)
                                        .orElse("")))
                        : Stream.empty();
            case ORGANIZATION -> row.text("organization_id").stream().flatMap(id -> named("organization", id));
            case LOCATIONS ->
                records.rows("service_at_location", "service_id", row.id()).stream()
                        .flatMap(at -> at.text("location_id").stream())
                        .flatMap(id -> named("location", id));
            case TERMS -> terms(property, row);
            case AREAS -> named(property, row, property.equals("accessibility") ? "description" : "name");
        };
    }

    /** Parts of the rows that belong to an object. */
    private Stream<List<String>> columns(String property, ServiceRecords.Row row, String... columns) {
        return parts(rows(property, row), columns);
    }

    /** What rows that belong to an object say and no field can hold, by property: {@code phones.extension}. */
    Set<String> unread(String property, ServiceRecords.Row row) {
        var unread = new TreeSet<String>();
        rows(property, row).forEach(part -> {
            Set<String> read = READ.getOrDefault(table(property).orElseThrow(), Set.of());
            part.cells().keySet().stream()
                    .filter(column -> !read.contains(column) && !column.equals("id") && !column.endsWith("_id"))
                    .filter(column -> !column.equals("type")
                            || !VOICE.contains(part.text(column).orElseThrow()))
                    .forEach(column -> unread.add(property + "." + column));
            if (property.equals("locations")) {
                AT_LOCATION.stream()
                        .filter(table -> !records.rows(table, "service_at_location_id", part.id())
                                .isEmpty())
                        .forEach(table -> unread.add(property + "." + table));
            }
        });
        return unread;
    }

    /** The rows that belong to an object. */
    private Stream<ServiceRecords.Row> rows(String property, ServiceRecords.Row row) {
        return table(property).stream().flatMap(table -> records.rows(table, type.word() + "_id", row.id()).stream());
    }

    private static Stream<List<String>> parts(Stream<ServiceRecords.Row> rows, String... columns) {
        return rows.map(each -> Stream.of(columns)
                        .map(column -> each.text(column).orElse(""))
                        .toList())
                .filter(parts -> parts.stream().anyMatch(part -> !part.isEmpty()));
    }

    /** Numbers to ring before those of fax machines and the like. */
    private static Stream<ServiceRecords.Row> voiceFirst(Stream<ServiceRecords.Row> phones) {
        return phones.sorted(Comparator.comparing(phone ->
                phone.text("type").filter(type -> !VOICE.contains(type)).isPresent()));
    }

    /** The addresses of an object, those to which people can go before those for letters only. */
    private Stream<List<String>> addresses(ServiceRecords.Row row) {
        return parts(
                rows("addresses", row)
                        .sorted(Comparator.comparing(each -> each.text("address_type")
                                .filter("postal"::equals)
                                .isPresent())),
                "address_1",
                "address_2",
                "city",
                "state_province",
                "postal_code");
    }

    /** The names of rows, or else their codes. */
    private Stream<List<String>> named(String property, ServiceRecords.Row row, String column) {
        return columns(property, row, column, "code")
                .map(parts -> List.of(parts.get(0).isEmpty() ? parts.get(1) : parts.get(0)));
    }

    private Stream<List<String>> terms(String property, ServiceRecords.Row row) {
        return property.equals("parent")
                // Data often have terms without the wider ones.
                ? row.text("parent_id").stream()
                        .flatMap(id -> name("taxonomy_term", id).stream())
                        .map(List::of)
                : records.rows("attribute", "link_id", row.id()).stream()
                        .flatMap(attribute -> attribute.text("taxonomy_term_id").stream())
                        .flatMap(id -> named("taxonomy_term", id));
    }

    /** The name of an object, which is unknown if it is neither in the data nor in the directory. */
    private Stream<List<String>> named(String table, String id) {
        return Stream.of(List.of(name(table, id).orElse(id)));
    }

    private Optional<String> name(String table, String id) {
        return entries.name(table, id).or(() -> records.row(table, id).flatMap(found -> found.text("name")));
    }

    private static Optional<List<String>> position(ServiceRecords.Row row) {
        return row.text("latitude")
                .flatMap(north -> row.text("longitude").map(east -> List.of(number(north), number(east))));
    }

    private Stream<List<String>> schedules(ServiceRecords.Row row) {
        return records.rows("schedule", type.word() + "_id", row.id()).stream().map(each -> {
            var parts = new ArrayList<String>();
            for (String column : ServiceHours.COLUMNS) {
                parts.add(each.text(column).orElse(""));
            }
            return ServiceHours.unified(parts);
        });
    }

    private static List<String> withoutQuotes(List<String> phone) {
        return List.of(phone.get(0).replaceAll("^\"|\"$", "").strip());
    }

    private static List<String> price(List<String> parts) {
        return List.of(parts.get(0), parts.get(1).toLowerCase(Locale.ROOT), number(parts.get(2)), parts.get(3));
    }

    /** A number in one form, whatever its noughts. */
    private static String number(String text) {
        if (!text.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
            return text;
        }
        var number = new BigDecimal(text);
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }
}
