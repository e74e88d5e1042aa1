package org.waymark.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.DataColumn;
import org.waymark.plan.DataColumn.Cardinality;
import org.waymark.plan.DataTable;
import org.waymark.plan.Frame;
import org.waymark.schema.Id;
import org.waymark.source.CellList;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/** A description of all tables and their columns: Frictionless Data Package, version 2.0. */
final class DataPackage {
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private DataPackage() {}

    static String of(Frame site, List<TableFiles> tables) {
        return Json.indented(Json.object()
                        .add("$schema", PROFILES + "datapackage.json")
                        .add("name", Id.from(site.title()).value())
                        .add("title", site.title())
                        .add("description", site.summary())
                        .add("homepage", site.baseUrl())
                        .add("licenses", licences(site))
                        .add(
                                "contributors",
                                List.of(Json.object()
                                        .add("title", site.publisher().text())
                                        .add("path", site.publisher().url())
                                        .add("roles", List.of("publisher"))))
                        .add(
                                "sources",
                                List.of(Json.object()
                                        .add("title", site.source().title())
                                        .add("path", site.source().url())))
                        .add(
                                "resources",
                                tables.stream().map(DataPackage::resource).toList()))
                + "\n";
    }

    /** Only those with a known address: the standard requires one. */
    private static Optional<List<Members>> licences(Frame site) {
        return site.licence()
                .flatMap(text -> KnownLicence.named(text)
                        .map(licence -> List.of(Json.object()
                                .add("name", licence.id())
                                .add("title", text)
                                .add("path", licence.url()))));
    }

    private static Members resource(TableFiles files) {
        DataTable table = files.table();
        return Json.object()
                .add("$schema", PROFILES + "dataresource.json")
                .add("name", table.name())
                .add("type", "table")
                .add("title", table.title())
                .add("path", table.name() + ".csv")
                .add("format", "csv")
                .add("mediatype", "text/csv")
                .add("encoding", "utf-8")
                .add("bytes", files.size())
                .add("hash", "sha256:" + files.hash())
                .add("schema", schema(table));
    }

    private static Members schema(DataTable table) {
        List<Members> foreign = table.columns().stream()
                .filter(column -> column.number() == Cardinality.ONE)
                .flatMap(column -> foreignKey(column).stream())
                .toList();
        return Json.object()
                .add("$schema", PROFILES + "tableschema.json")
                .add("fields", table.columns().stream().map(DataPackage::field).toList())
                .add("primaryKey", List.of(DataTable.ID))
                .add("foreignKeys", foreign.isEmpty() ? Optional.empty() : Optional.of(foreign));
    }

    private static Optional<Members> foreignKey(DataColumn column) {
        return column.target()
                .map(kind -> Json.object()
                        .add("fields", List.of(column.name()))
                        .add("reference", Json.object().add("resource", kind).add("fields", List.of(DataTable.ID))));
    }

    private static Members field(DataColumn column) {
        Members field = Json.object().add("name", column.name());
        switch (column.number()) {
            case ONE -> {
                field.add("type", type(column));
                format(column).ifPresent(format -> field.add("format", format));
            }
            case ANY ->
                field.add("type", "list").add("delimiter", CellList.SEPARATOR).add("itemType", type(column));
            case NESTED -> field.add("type", "array");
        }
        field.add("title", column.title()).add("description", column.about());
        return field.add("constraints", constraints(column));
    }

    private static Optional<Map<String, Object>> constraints(DataColumn column) {
        var constraints = new LinkedHashMap<String, Object>();
        if (column.isRequired()) {
            constraints.put("required", true);
        }
        if (column.name().equals(DataTable.ID)) {
            constraints.put("unique", true);
        }
        if (column.number() == Cardinality.ONE && !column.choices().isEmpty()) {
            constraints.put("enum", column.choices());
        }
        return constraints.isEmpty() ? Optional.empty() : Optional.of(constraints);
    }

    private static String type(DataColumn column) {
        return switch (column.type()) {
            case TEXT, WEB_ADDRESS, EMAIL -> "string";
            case WHOLE_NUMBER -> "integer";
            case NUMBER -> "number";
            case YES_NO -> "boolean";
            case DATE -> "date";
        };
    }

    private static Optional<String> format(DataColumn column) {
        return switch (column.type()) {
            case WEB_ADDRESS -> Optional.of("uri");
            case EMAIL -> Optional.of("email");
            default -> Optional.empty();
        };
    }
}
