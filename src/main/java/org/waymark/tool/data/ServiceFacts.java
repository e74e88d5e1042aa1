package org.waymark.tool.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

    private final OpenReferral.Type type;
    private final ServiceRecords records;
    /** Where names of objects are found that are not in the records. */
    private final Optional<ServiceRecords> others;

    ServiceFacts(OpenReferral.Type type, ServiceRecords records, Optional<ServiceRecords> others) {
        this.type = type;
        this.records = records;
        this.others = others;
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
            case PHONES -> columns(property, row, "number").map(ServiceFacts::withoutQuotes);
            case ADDRESSES -> columns(property, row, "address_1", "address_2", "city", "state_province", "postal_code");
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
            case AREAS -> columns(property, row, property.equals("accessibility") ? "description" : "name");
        };
    }

    /** Parts of the rows that belong to an object. */
    private Stream<List<String>> columns(String property, ServiceRecords.Row row, String... columns) {
        return table(property).stream()
                .flatMap(table -> records.rows(table, type.word() + "_id", row.id()).stream())
                .map(each -> Stream.of(columns)
                        .map(column -> each.text(column).orElse(""))
                        .toList())
                .filter(parts -> parts.stream().anyMatch(part -> !part.isEmpty()));
    }

    private Stream<List<String>> terms(String property, ServiceRecords.Row row) {
        return property.equals("parent")
                ? row.text("parent_id").stream().flatMap(id -> named("taxonomy_term", id))
                : records.rows("attribute", "link_id", row.id()).stream()
                        .flatMap(attribute -> attribute.text("taxonomy_term_id").stream())
                        .flatMap(id -> named("taxonomy_term", id));
    }

    /** The name of an object, which is unknown if it is neither in the data nor in the directory. */
    private Stream<List<String>> named(String table, String id) {
        Function<ServiceRecords, Optional<String>> find =
                each -> each.row(table, id).flatMap(found -> found.text("name"));
        return others
                .flatMap(find)
                .or(() -> find.apply(records))
                .map(name -> List.of(name))
                .or(() -> Optional.of(List.of(id)))
                .stream();
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
