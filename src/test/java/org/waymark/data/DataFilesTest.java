package org.waymark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.SmallSite;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.source.CellList;
import org.waymark.source.CsvLine;
import org.waymark.source.ProjectReader;
import org.waymark.source.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is published as data, read back by other programs. */
class DataFilesTest {
    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final CSVFormat LIST =
            CSVFormat.RFC4180.builder().setDelimiter("; ").get();
    /** How values of a type are written. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "string", Pattern.compile("(?s).*"),
            "integer", Pattern.compile("-?\\d+"),
            "number", Pattern.compile("-?\\d+(\\.\\d+)?"),
            "boolean", Pattern.compile("true|false"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "array", Pattern.compile("(?s)\\[.*]"));

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SITE = "content/site.yaml";
    private static final String SERVICE = "content/services/extended-access.md";

    private static final Map<String, String> GOLDEN = files("/golden", LocalDate.of(2025, 3, 1));

    private static Map<String, String> files(String project, LocalDate day) {
        var files = new TreeMap<String, String>();
        for (OutputFile file : BuiltSite.of(
                        ProjectReader.read(TestProject.resource(project)), new Settings(day, Optional.empty()))
                .files()) {
            if (file instanceof OutputFile.Made made && made.path().startsWith("data/")) {
                files.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String text(Map<String, String> files, String path) {
        return Optional.ofNullable(files.get(path))
                .orElseThrow(() -> new AssertionError(path + " in " + files.keySet()));
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        assertTrue(csv.startsWith("\uFEFF"), "Excel needs the mark");
        try (var parser = RFC_4180.parse(new StringReader(csv.substring(1)))) {
            return parser.getRecords();
        }
    }

    /** The cells that a record has for a column, by its path. */
    private static List<String> values(JsonNode record, String path) {
        List<JsonNode> found = List.of(record);
        for (String name : path.split("\\.")) {
            found = found.stream()
                    .flatMap(node -> node.isArray() ? items(node) : Stream.of(node))
                    .map(node -> node.path(name))
                    .toList();
        }
        return found.stream()
                .flatMap(node -> node.isArray() ? items(node) : Stream.of(node))
                .map(node -> node.isMissingNode() ? "" : node.isNumber() ? number(node.asString()) : node.asString())
                .toList();
    }

    /** Regardless of trailing zeros, which the JSON parser drops. */
    private static String number(String digits) {
        return new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return array.valueStream();
    }

    /** A list in a cell is a line of CSV itself. */
    private static List<String> cell(String text) throws IOException {
        try (var parser = LIST.parse(new StringReader(CsvLine.unprotected(text)))) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of(""));
        }
    }

    /** Both contain the same, cell by cell, in each of the shapes in tests. */
    @ParameterizedTest
    @CsvSource({"/golden, 2025-03-01", "/foreign, 2025-06-01"})
    void tablesAndRecordsAgree(String project, LocalDate day) throws IOException {
        Map<String, String> files = files(project, day);
        JsonNode tables = JSON.readTree(text(files, "data/datapackage.json")).path("resources");
        assertFalse(tables.isEmpty());
        for (JsonNode table : tables) {
            List<CSVRecord> rows = rows(text(files, "data/" + table.path("path").asString()));
            JsonNode records =
                    JSON.readTree(text(files, "data/" + table.path("name").asString() + ".json"));
            assertEquals(records.size(), rows.size());
            List<JsonNode> fields = items(table.path("schema").path("fields")).toList();
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(fields.size(), rows.get(i).size());
                for (JsonNode field : fields) {
                    String name = field.path("name").asString();
                    if (!field.path("type").asString().equals("array")) {
                        List<String> values = values(records.get(i), name);
                        List<String> cells = field.path("type").asString().equals("list")
                                ? cell(rows.get(i).get(name))
                                : List.of(CsvLine.unprotected(rows.get(i).get(name)));
                        if (field.path("type").asString().matches("number|integer") && !cells.equals(List.of(""))) {
                            cells = List.of(number(cells.get(0)));
                        }
                        boolean isEmpty = values.stream().allMatch(String::isEmpty);
                        assertEquals(isEmpty ? List.of("") : values, cells, table.path("name") + " " + name);
                    }
                }
            }
        }
    }

    @Test
    void oneFileHoldsAllEntriesWithTheirTexts() {
        List<JsonNode> entries =
                text(GOLDEN, "data/directory.jsonl").lines().map(JSON::readTree).toList();
        JsonNode service = entries.stream()
                .filter(entry -> entry.path("_id").asString().equals("extended-access"))
                .findFirst()
                .orElseThrow();
        assertEquals("service", service.path("_kind").asString());
        assertEquals(
                "https://directory.example.org/sub/services/extended-access/",
                service.path("_url").asString());
        assertFalse(service.path("_text").asString().isBlank());
        int inTables = GOLDEN.entrySet().stream()
                .filter(file ->
                        file.getKey().endsWith(".json") && !file.getKey().endsWith("datapackage.json"))
                .mapToInt(file -> JSON.readTree(file.getValue()).size())
                .sum();
        assertEquals(inTables, entries.size());
    }

    @Test
    void referencesAndChoicesHaveIdsAndLabels() throws IOException {
        JsonNode studies = JSON.readTree(text(GOLDEN, "data/case-study.json"));
        JsonNode organisation = studies.get(0).path("organisation");
        assertFalse(organisation.path("id").asString().isEmpty());
        assertFalse(organisation.path("label").asString().isEmpty());
        CSVRecord row = rows(text(GOLDEN, "data/case-study.csv")).get(0);
        assertEquals(organisation.path("id").asString(), row.get("organisation.id"));
        assertEquals(organisation.path("label").asString(), row.get("organisation.label"));
        assertTrue(row.isMapped("region.id") && row.isMapped("region.label"));
    }

    @Test
    void thePackageNamesKeysChoicesAndTheLicence() {
        JsonNode described = JSON.readTree(text(GOLDEN, "data/datapackage.json"));
        assertEquals(
                "OGL-UK-3.0", described.path("licenses").get(0).path("name").asString());
        JsonNode study = items(described.path("resources"))
                .filter(table -> table.path("name").asString().equals("case-study"))
                .findFirst()
                .orElseThrow()
                .path("schema");
        assertEquals("_id", study.path("primaryKey").get(0).asString());
        assertTrue(
                study.path("foreignKeys")
                        .toString()
                        .contains(
                                "{\"fields\":[\"organisation.id\"],\"reference\":{\"resource\":\"organisation\",\"fields\":[\"_id\"]}}"));
        assertTrue(study.path("fields").toString().contains("\"enum\":[\"high\",\"medium\"]"));
    }

    /** By the rules of Table Schema 2.0: what it says of a column is so in every row. */
    @ParameterizedTest
    @CsvSource({"/golden, 2025-03-01", "/foreign, 2025-06-01"})
    void theDescriptionOfEachColumnIsTrue(String project, LocalDate day) throws IOException {
        Map<String, String> files = files(project, day);
        JsonNode described = JSON.readTree(text(files, "data/datapackage.json"));
        assertTrue(described.path("name").asString().matches("[a-z0-9._/-]+"));
        var keys = new TreeMap<String, Set<String>>();
        for (JsonNode table : described.path("resources")) {
            String csv = text(files, "data/" + table.path("path").asString());
            byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
            assertEquals(bytes.length, table.path("bytes").asInt());
            assertEquals("sha256:" + Sha256.of(bytes), table.path("hash").asString());
            List<CSVRecord> rows = rows(csv);
            keys.put(
                    table.path("name").asString(),
                    rows.stream().map(row -> row.get("_id")).collect(Collectors.toSet()));
            assertEquals(rows.size(), keys.get(table.path("name").asString()).size(), "a key is unique");
            List<String> header = csv.substring(1).lines().findFirst().stream()
                    .flatMap(line -> Stream.of(line.split(",")))
                    .toList();
            JsonNode fields = table.path("schema").path("fields");
            assertEquals(
                    header,
                    items(fields).map(field -> field.path("name").asString()).toList());
            for (JsonNode field : fields) {
                for (CSVRecord row : rows) {
                    assertIsAsDescribed(
                            field,
                            CsvLine.unprotected(row.get(field.path("name").asString())));
                }
            }
        }
        for (JsonNode table : described.path("resources")) {
            for (JsonNode key : table.path("schema").path("foreignKeys")) {
                Set<String> known =
                        keys.get(key.path("reference").path("resource").asString());
                for (CSVRecord row :
                        rows(text(files, "data/" + table.path("path").asString()))) {
                    String id = row.get(key.path("fields").get(0).asString());
                    assertTrue(id.isEmpty() || known.contains(id), () -> id + " in " + key);
                }
            }
        }
    }

    private static void assertIsAsDescribed(JsonNode field, String cell) throws IOException {
        JsonNode constraints = field.path("constraints");
        assertTrue(!cell.isEmpty() || !constraints.path("required").asBoolean(false), field::toString);
        boolean isList = field.path("type").asString().equals("list");
        assertEquals(isList, field.has("delimiter"));
        for (String value : isList ? cell(cell) : List.of(cell)) {
            Pattern form = FORMS.get((isList ? field.path("itemType") : field.path("type")).asString());
            assertTrue(value.isEmpty() || form.matcher(value).matches(), () -> value + " in " + field);
            assertTrue(
                    value.isEmpty()
                            || !constraints.has("enum")
                            || items(constraints.path("enum"))
                                    .anyMatch(choice -> choice.asString().equals(value)),
                    () -> value + " in " + field);
        }
    }

    @Test
    void theCatalogueNamesFilesThatAreThere() {
        JsonNode catalogue = JSON.readTree(text(GOLDEN, "data/catalogue.jsonld"));
        List<String> files = items(catalogue.path("dcat:dataset"))
                .flatMap(dataset -> items(dataset.path("dcat:distribution")))
                .map(file -> file.path("dcat:downloadURL").path("@id").asString())
                .toList();
        assertTrue(files.size() > 8);
        files.forEach(file -> text(GOLDEN, file.replace("https://directory.example.org/sub/", "")));
        assertEquals(
                "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                catalogue.path("dct:license").path("@id").asString());
    }

    /** Classes that the shapes of DCAT-AP 3.0.0 require of what these properties name. */
    private static final Map<String, String> CLASSES = Map.of(
            "dct:language", "dct:LinguisticSystem",
            "dct:license", "dct:LicenseDocument",
            "dct:rights", "dct:RightsStatement",
            "dct:format", "dct:MediaTypeOrExtent",
            "dct:conformsTo", "dct:Standard",
            "dcat:mediaType", "dct:MediaType",
            "dcat:contactPoint", "vcard:Kind",
            "dcat:landingPage", "foaf:Document",
            "foaf:homepage", "foaf:Document");

    @Test
    void theCatalogueSaysOfWhatClassEachThingIs() {
        JsonNode catalogue = JSON.readTree(text(GOLDEN, "data/catalogue.jsonld"));
        var seen = new TreeSet<String>();
        CLASSES.forEach((property, type) -> catalogue.findValues(property).forEach(value -> {
            seen.add(property);
            assertEquals(type, value.path("@type").asString(), value::toString);
        }));
        assertEquals(new TreeSet<>(CLASSES.keySet()), seen);
        assertTrue(items(catalogue.path("dcat:dataset")).allMatch(dataset -> dataset.has("dct:description")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+44 1", "-1+1", "@SUM(A1)", "＝1"})
    void noCellIsAFormula(String typed) throws IOException {
        SmallSite site = SmallSite.with(
                SERVICE,
                SmallSite.original(SERVICE)
                        .replaceFirst("(?m)^summary: .*$", "summary: \"" + Matcher.quoteReplacement(typed) + "\""));
        List<String> cells = rows(site.file("data/service.csv")).stream()
                .map(row -> row.get("summary"))
                .toList();
        assertTrue(cells.contains("'" + typed), cells.toString());
    }

    /** The same list, whichever of the two writes it. */
    @Test
    void listsInCellsAreWrittenAsExportWritesThem() throws IOException {
        SmallSite site = SmallSite.with(
                SERVICE,
                SmallSite.original(SERVICE)
                        .replaceFirst("\\n---\\n", "\nalso-known-as: ['One; two', 'Say \"three\"', Four]\n---\n"));
        String cell = rows(site.file("data/service.csv")).stream()
                .map(row -> row.get("also-known-as"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("\"One; two\"; \"Say \"\"three\"\"\"; Four", cell);
        assertEquals(List.of("One; two", "Say \"three\"", "Four"), CellList.split(cell));
    }

    @Test
    void aSiteThatSaysNoPublishesNone() {
        SmallSite site = SmallSite.with(SITE, SmallSite.original(SITE) + "data: no\n");
        assertEquals(
                List.of(),
                site.files().keySet().stream()
                        .filter(path -> path.startsWith("data/"))
                        .toList());
        assertFalse(site.page("").contains("data/"));
        assertFalse(site.file("_headers").contains("Access-Control"));
        assertFalse(site.file("_nginx.conf").contains("Access-Control"));
    }

    @Test
    void onlyDataAreOpenToThePagesOfOtherSites() {
        SmallSite site = SmallSite.with();
        String headers = site.file("_headers");
        assertTrue(headers.contains("""
                /data/*
                  Cache-Control: public, max-age=300, must-revalidate
                  Access-Control-Allow-Origin: *
                """), headers);
        assertTrue(headers.contains("/data/catalogue.jsonld\n  Content-Type: application/ld+json\n"), headers);
        assertEquals(headers.indexOf("Access-Control"), headers.lastIndexOf("Access-Control"));
        String nginx = site.file("_nginx.conf");
        assertTrue(nginx.contains("""
                    location "/data/" {
                        set $waymark_kept "public, max-age=300, must-revalidate";
                        set $waymark_open "*";
                    }
                """), nginx);
        assertEquals(nginx.indexOf("waymark_open \"*\""), nginx.lastIndexOf("waymark_open \"*\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Open Government Licence v3.0, OGL-UK-3.0",
        "OGL 3.0, OGL-UK-3.0",
        "CC BY 4.0, CC-BY-4.0",
        "Creative Commons Attribution 4.0 International, CC-BY-4.0",
        "CC BY-SA 4.0, CC-BY-SA-4.0",
        "CC BY-NC 4.0, ''",
        "CC BY-ND 4.0, ''",
        "CC0 1.0, CC0-1.0",
        "All rights reserved, ''",
        "Open Government Licence, ''",
    })
    void knowsLicencesBeyondDoubt(String text, String id) {
        assertEquals(id, KnownLicence.named(text).map(KnownLicence::id).orElse(""));
    }

    @Test
    void thePageDocumentsEveryColumn() {
        String page = text(GOLDEN, "data/index.html");
        String described = text(GOLDEN, "data/datapackage.json");
        List<String> columns = items(JSON.readTree(described).path("resources"))
                .flatMap(table -> items(table.path("schema").path("fields")))
                .map(field -> field.path("name").asString())
                .collect(Collectors.toList());
        columns.forEach(column -> assertTrue(page.contains("<code>" + column + "</code>"), column));
        assertTrue(page.contains("terms of this licence: Open Government Licence v3.0"));
        assertTrue(page.contains("<a href=\"../licence/\">About licence</a> says more."), page);
    }
}
