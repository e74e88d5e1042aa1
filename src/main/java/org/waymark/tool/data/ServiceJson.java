package org.waymark.tool.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waymark.schema.OpenReferral;

/**
 * Reads Open Referral data as JSON: an object, a list of them, or a page of an API. Objects within others become rows of
 * their own tables.
 */
final class ServiceJson {
    /** As the specification demands of each identifier. */
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The tables of properties that hold objects. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("accessibility", "accessibility"),
            Map.entry("addresses", "address"),
            Map.entry("attributes", "attribute"),
            Map.entry("contacts", "contact"),
            Map.entry("cost_options", "cost_option"),
            Map.entry("funding", "funding"),
            Map.entry("languages", "language"),
            Map.entry("location", "location"),
            Map.entry("locations", "location"),
            Map.entry("organization", "organization"),
            Map.entry("organization_identifiers", "organization_identifier"),
            Map.entry("phones", "phone"),
            Map.entry("program", "program"),
            Map.entry("programs", "program"),
            Map.entry("required_documents", "required_document"),
            Map.entry("schedules", "schedule"),
            Map.entry("service", "service"),
            Map.entry("service_areas", "service_area"),
            Map.entry("service_at_locations", "service_at_location"),
            Map.entry("services", "service"),
            Map.entry("taxonomy_detail", "taxonomy"),
            Map.entry("taxonomy_term", "taxonomy_term"));

    /** Properties by which an object of a type is recognised. */
    private static final Map<OpenReferral.Type, Set<String>> SIGNS = Map.of(
            OpenReferral.Type.LOCATION, Set.of("location_type", "latitude", "longitude", "addresses"),
            OpenReferral.Type.TAXONOMY_TERM, Set.of("taxonomy", "taxonomy_id", "taxonomy_detail", "parent_id"),
            OpenReferral.Type.ORGANIZATION,
                    Set.of("services", "legal_status", "website", "year_incorporated", "organization_identifiers"),
            OpenReferral.Type.SERVICE,
                    Set.of("organization", "organization_id", "service_at_locations", "fees_description", "url"));

    private final OpenReferral.Type usual;
    private final ServiceRecords records = new ServiceRecords();
    private int unnamed;

    private ServiceJson(OpenReferral.Type usual) {
        this.usual = usual;
    }

    /** Whether the first object has the identifier that only Open Referral data have. */
    static boolean isOpenReferral(List<JsonItem> items) {
        return objects(items).stream()
                .findFirst()
                .filter(object -> UUID.matcher(object.text("id")).matches())
                .isPresent();
    }

    /** @param usual the type of objects that could be of any */
    static ServiceRecords read(List<JsonItem> items, OpenReferral.Type usual) {
        var json = new ServiceJson(usual);
        objects(items).forEach(object -> json.add(json.table(object), object));
        return json.records;
    }

    /** The objects at the top, or within lists and pages there. */
    private static List<JsonItem.Named> objects(List<JsonItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof JsonItem.Several list
                        ? list.items().stream()
                        : item instanceof JsonItem.Named page
                                        && page.members().get("contents") instanceof JsonItem.Several contents
                                ? contents.items().stream()
                                : Optional.of(item).stream())
                .filter(JsonItem.Named.class::isInstance)
                .map(JsonItem.Named.class::cast)
                .toList();
    }

    private String table(JsonItem.Named object) {
        Set<String> names = object.members().keySet();
        if (names.contains("service_id") && names.contains("location")) {
            return "service_at_location";
        }
        OpenReferral.Type best = usual;
        for (OpenReferral.Type type : OpenReferral.Type.values()) {
            if (signs(type, names) > signs(best, names)) {
                best = type;
            }
        }
        return best.word();
    }

    private static long signs(OpenReferral.Type type, Set<String> names) {
        return SIGNS.getOrDefault(type, Set.of()).stream()
                .filter(names::contains)
                .count();
    }

    private ServiceRecords.Row add(String table, JsonItem.Named object) {
        String id = object.text("id");
        ServiceRecords.Row row = records.add(table, id.isEmpty() ? "unnamed-" + ++unnamed : id, object.span());
        object.members().forEach((name, value) -> {
            String inner = TABLES.get(name);
            if (inner != null && value instanceof JsonItem.Named one) {
                ServiceRecords.Row child = add(inner, one);
                link(row, inner + "_id", child.id());
            } else if (inner != null && value instanceof JsonItem.Several list) {
                list.items().stream()
                        .filter(JsonItem.Named.class::isInstance)
                        .forEach(item -> link(
                                add(inner, (JsonItem.Named) item),
                                inner.equals("attribute") ? "link_id" : table + "_id",
                                row.id()));
            } else if (value instanceof JsonItem.One one && !one.cell().isBlank()) {
                row.cells().putIfAbsent(name, one.cell());
            }
        });
        return row;
    }

    private static void link(ServiceRecords.Row from, String column, String id) {
        from.cells().putIfAbsent(column, new Cell(id, Cell.Form.TEXT, from.span()));
    }
}
