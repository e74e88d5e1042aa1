package org.waymark.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.plan.ServiceData;

/**
 * Open Referral data as objects (HSDS 3.0): where a row of a table names another, the object has that one as a part, and what belongs
 * to an object is a list in it. Empty lists are left out.
 */
final class ServiceObjects {
    private static final List<String> FOREIGN_KEYS =
            List.of("organization_id", "service_id", "location_id", "service_at_location_id", "taxonomy_id", "link_id");

    private final ServiceData data;
    /** The rows of each table by the values of a column, for as many as were asked for. */
    private final Map<String, Map<Object, List<Map<String, Object>>>> indexes = new HashMap<>();

    ServiceObjects(ServiceData data) {
        this.data = data;
    }

    List<Map<String, Object>> all(String table, Function<Map<String, Object>, Map<String, Object>> form) {
        return data.rows(table).stream().map(form).toList();
    }

    /** A service with all that belongs to it. */
    Map<String, Object> service(Map<String, Object> row) {
        Map<String, Object> object = serviceAnywhere(row);
        add(object, "service_at_locations", rows("service_at_location", "service_id", row), this::atLocation);
        return object;
    }

    /** The same without the places where it is offered. */
    private Map<String, Object> serviceAnywhere(Map<String, Object> row) {
        Map<String, Object> object = serviceInList(row);
        addOwn(object, row, "service");
        add(object, "service_areas", rows("service_area", "service_id", row), this::plain);
        addAttributes(object, row);
        return object;
    }

    /** A service in a list of many: with its organisation alone. */
    Map<String, Object> serviceInList(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOne(object, "organization", "organization", row.get("organization_id"), this::plain);
        return object;
    }

    Map<String, Object> organization(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOwn(object, row, "organization");
        add(object, "locations", rows("location", "organization_id", row), this::location);
        add(object, "services", rows("service", "organization_id", row), this::plain);
        return object;
    }

    /** What is offered at a place, with the place and the service. */
    Map<String, Object> serviceAtLocation(Map<String, Object> row) {
        Map<String, Object> object = atLocation(row);
        addOne(object, "service", "service", row.get("service_id"), this::serviceAnywhere);
        return object;
    }

    Map<String, Object> serviceAtLocationInList(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOne(object, "location", "location", row.get("location_id"), this::plain);
        addOne(object, "service", "service", row.get("service_id"), this::serviceInList);
        return object;
    }

    Map<String, Object> term(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOne(object, "taxonomy_detail", "taxonomy", row.get("taxonomy_id"), this::plain);
        return object;
    }

    /** The values of a row without the names of other rows. */
    Map<String, Object> plain(Map<String, Object> row) {
        var object = new LinkedHashMap<>(row);
        object.keySet().removeAll(FOREIGN_KEYS);
        return object;
    }

    private Map<String, Object> atLocation(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOwn(object, row, "service_at_location");
        addOne(object, "location", "location", row.get("location_id"), this::location);
        return object;
    }

    private Map<String, Object> location(Map<String, Object> row) {
        Map<String, Object> object = plain(row);
        addOwn(object, row, "location");
        add(object, "addresses", rows("address", "location_id", row), this::plain);
        add(object, "accessibility", rows("accessibility", "location_id", row), this::plain);
        return object;
    }

    /** What several objects can have, by the column that names them. */
    private void addOwn(Map<String, Object> object, Map<String, Object> row, String owner) {
        add(object, "phones", rows("phone", owner + "_id", row), this::plain);
        add(object, "schedules", rows("schedule", owner + "_id", row), this::plain);
        add(object, "languages", rows("language", owner + "_id", row), this::plain);
        add(object, "cost_options", rows("cost_option", owner + "_id", row), this::plain);
    }

    private void addAttributes(Map<String, Object> object, Map<String, Object> row) {
        add(object, "attributes", rows("attribute", "link_id", row), attribute -> {
            Map<String, Object> part = plain(attribute);
            part.remove("taxonomy_term_id");
            addOne(part, "taxonomy_term", "taxonomy_term", attribute.get("taxonomy_term_id"), this::term);
            return part;
        });
    }

    private static void add(
            Map<String, Object> object,
            String name,
            List<Map<String, Object>> rows,
            Function<Map<String, Object>, Map<String, Object>> form) {
        if (!rows.isEmpty()) {
            object.put(name, rows.stream().map(form).toList());
        }
    }

    private void addOne(
            Map<String, Object> object,
            String name,
            String table,
            @Nullable Object id,
            Function<Map<String, Object>, Map<String, Object>> form) {
        if (id != null) {
            index(table, "id").getOrDefault(id, List.of()).stream()
                    .findFirst()
                    .ifPresent(row -> object.put(name, form.apply(row)));
        }
    }

    private List<Map<String, Object>> rows(String table, String column, Map<String, Object> owner) {
        return index(table, column).getOrDefault(owner.get("id"), List.of());
    }

    private Map<Object, List<Map<String, Object>>> index(String table, String column) {
        return indexes.computeIfAbsent(table + "." + column, key -> {
            var index = new HashMap<Object, List<Map<String, Object>>>();
            for (Map<String, Object> row : data.rows(table)) {
                if (row.containsKey(column)) {
                    index.computeIfAbsent(row.get(column), id -> new ArrayList<>())
                            .add(row);
                }
            }
            return index;
        });
    }
}
