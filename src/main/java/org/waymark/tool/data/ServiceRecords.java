package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.ServiceData;
import org.waymark.source.Span;

/** Open Referral data in the tables of the specification, whatever form they came in. */
final class ServiceRecords {
    private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Row>>> byKey = new HashMap<>();

    /**
     * A row of a table.
     *
     * @param cells by the names of columns; what it lacks is missing
     */
    record Row(String id, Map<String, Cell> cells, Span span) {
        /** The text in a column, unless it is blank. */
        Optional<String> text(String column) {
            return Optional.ofNullable(cells.get(column)).map(Cell::text).filter(text -> !text.isEmpty());
        }

        /** The place of a column, or of the row. */
        Span place(String column) {
            return Optional.ofNullable(cells.get(column)).map(Cell::span).orElse(span);
        }
    }

    /** What a directory publishes itself. */
    static ServiceRecords of(ServiceData data) {
        var records = new ServiceRecords();
        Span nowhere = Span.startOf("");
        data.tables()
                .forEach((table, rows) -> rows.forEach(row -> {
                    Row added = records.add(table, String.valueOf(row.get("id")), nowhere);
                    row.forEach((column, value) ->
                            added.cells().put(column, new Cell(String.valueOf(value), Cell.Form.TEXT, nowhere)));
                }));
        return records;
    }

    /** A row, which is new unless one with this identifier was there before. */
    Row add(String table, String id, Span span) {
        return tables.computeIfAbsent(table, name -> new LinkedHashMap<>())
                .computeIfAbsent(id, key -> new Row(key, new LinkedHashMap<>(), span));
    }

    Collection<Row> rows(String table) {
        return tables.getOrDefault(table, Map.of()).values();
    }

    Optional<Row> row(String table, String id) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(id));
    }

    /** The rows with a value in a column. No row can be added after the first such question. */
    List<Row> rows(String table, String column, String value) {
        return byKey.computeIfAbsent(table + "." + column, key -> {
                    Map<String, List<Row>> found = new HashMap<>();
                    rows(table)
                            .forEach(row -> row.text(column)
                                    .ifPresent(text -> found.computeIfAbsent(text, each -> new ArrayList<>())
                                            .add(row)));
                    return found;
                })
                .getOrDefault(value, List.of());
    }
}
