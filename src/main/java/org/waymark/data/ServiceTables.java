package org.waymark.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.plan.Frame;
import org.waymark.plan.ServiceData;
import org.waymark.source.CsvLine;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/** Open Referral data as the tabular package of HSDS 3.0: a table for each sort of object, and a description of them. */
final class ServiceTables {
    /**
     * A table of the specification.
     *
     * @param columns in order: those that each row must have are followed by an exclamation mark
     */
    private record Table(String name, String file, String columns) {
        List<String> columnsOf(List<Map<String, Object>> rows) {
            Set<String> used =
                    rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
            return Stream.of(columns.split(" "))
                    .filter(column -> column.endsWith("!") || used.contains(column))
                    .map(column -> column.replace("!", ""))
                    .toList();
        }

        boolean requires(String column) {
            return Stream.of(columns.split(" ")).anyMatch((column + "!")::equals);
        }
    }

    private static final List<Table> ALL = List.of(
            new Table(
                    "organization",
                    "organizations.csv",
                    "id! name! alternate_name description! email website tax_status tax_id year_incorporated legal_status logo uri"),
            new Table(
                    "service",
                    "services.csv",
                    "id! organization_id! name! alternate_name description url email status! interpretation_services"
                            + " application_process fees_description wait_time accreditations eligibility_description minimum_age"
                            + " maximum_age assured_date alert last_modified"),
            new Table("attribute", "attributes.csv", "id! link_id! taxonomy_term_id! link_type link_entity! value"),
            new Table("service_at_location", "service_at_location.csv", "id! service_id! location_id! description"),
            new Table(
                    "location",
                    "locations.csv",
                    "id! location_type! url organization_id name alternate_name description transportation latitude longitude"
                            + " external_identifier external_identifier_type"),
            new Table(
                    "phone",
                    "phones.csv",
                    "id! location_id service_id organization_id service_at_location_id number! extension type description"),
            new Table(
                    "address",
                    "addresses.csv",
                    "id! location_id attention address_1! address_2 city! region state_province! postal_code! country!"
                            + " address_type!"),
            new Table(
                    "schedule",
                    "schedules.csv",
                    "id! service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq"
                            + " interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link"
                            + " attending_type notes"),
            new Table("service_area", "service_areas.csv", "id! service_id name description extent extent_type uri"),
            new Table("language", "languages.csv", "id! service_id location_id phone_id name code note"),
            new Table("accessibility", "accessibility.csv", "id! location_id description details url"),
            new Table(
                    "cost_option",
                    "cost_options.csv",
                    "id! service_id! valid_from valid_to option currency amount amount_description"),
            new Table(
                    "taxonomy_term",
                    "taxonomy_terms.csv",
                    "id! code name! description! parent_id taxonomy language taxonomy_id term_uri"),
            new Table("taxonomy", "taxonomies.csv", "id! name! description! uri version"));

    private static final Set<String> DATES = Set.of("assured_date", "valid_from", "valid_to", "dtstart", "until");
    private static final Set<String> NUMBERS = Set.of(
            "latitude",
            "longitude",
            "amount",
            "minimum_age",
            "maximum_age",
            "interval",
            "count",
            "extension",
            "timezone");
    private static final Set<String> TIMES = Set.of("opens_at", "closes_at");

    private ServiceTables() {}

    /** @param folder below the root of the site, which ends with a slash */
    static void make(ServiceData data, Frame site, String folder, Consumer<DataFile> output) {
        List<Table> used =
                ALL.stream().filter(table -> !data.rows(table.name()).isEmpty()).toList();
        for (Table table : used) {
            output.accept(DataFile.of(folder + table.file(), csv(table, data.rows(table.name()))));
        }
        Set<String> names = used.stream().map(Table::name).collect(Collectors.toSet());
        output.accept(DataFile.of(
                folder + DataFiles.PACKAGE,
                Json.indented(Json.object()
                                .add("profile", "tabular-data-package")
                                .add("name", "human_services_data")
                                .add("title", site.title())
                                .add("description", site.summary())
                                .add("homepage", site.baseUrl())
                                .add("version", "3.0.0")
                                .add(
                                        "resources",
                                        used.stream()
                                                .map(table -> resource(table, data.rows(table.name()), names))
                                                .toList()))
                        + "\n"));
    }

    private static String csv(Table table, List<Map<String, Object>> rows) {
        List<String> columns = table.columnsOf(rows);
        var text = new StringBuilder(CsvLine.asTyped(columns));
        for (Map<String, Object> row : rows) {
            text.append(CsvLine.asTyped(columns.stream()
                    .map(column -> String.valueOf(row.getOrDefault(column, "")))
                    .toList()));
        }
        return text.toString();
    }

    private static Members resource(Table table, List<Map<String, Object>> rows, Set<String> tables) {
        List<String> columns = table.columnsOf(rows);
        List<Members> keys = columns.stream()
                .filter(column -> column.endsWith("_id") && tables.contains(target(column)))
                .map(column -> Json.object()
                        .add("fields", column)
                        .add(
                                "reference",
                                Json.object().add("resource", target(column)).add("fields", "id")))
                .toList();
        Members schema = Json.object()
                .add("primaryKey", "id")
                .add(
                        "fields",
                        columns.stream()
                                .map(column -> field(column, table.requires(column)))
                                .toList());
        if (!keys.isEmpty()) {
            schema.add("foreignKeys", keys);
        }
        return Json.object()
                .add("profile", "tabular-data-resource")
                .add("name", table.name())
                .add("path", table.file())
                .add("format", "csv")
                .add("mediatype", "text/csv")
                .add("encoding", "utf-8")
                .add("schema", schema);
    }

    /** The table whose rows a column names. */
    private static String target(String column) {
        return column.substring(0, column.length() - "_id".length());
    }

    private static Members field(String column, boolean isRequired) {
        Members field = Json.object().add("name", column);
        if (DATES.contains(column)) {
            field.add("type", "date");
        } else if (NUMBERS.contains(column)) {
            field.add("type", "number");
        } else if (TIMES.contains(column)) {
            field.add("type", "time");
        } else {
            field.add("type", "string");
        }
        if (column.equals("id") || column.endsWith("_id")) {
            field.add("format", "uuid");
        }
        return isRequired ? field.add("constraints", Json.object().add("required", true)) : field;
    }
}
