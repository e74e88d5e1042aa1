package org.waymark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.BuiltSite;
import org.waymark.ShippedShapesTest;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open Referral data, judged by the schemas of HSDS 3.0. These are not part of this repository: the property {@code waymark.schemas}
 * names the folder that has them, below {@code hsds}.
 */
class ServiceDataTest {
    private static final String SITE = "content/site.yaml";
    private static final String LUNCH = "content/services/tuesday-lunch.md";
    private static final String IDENTITY = "0b1a3c9e-7f55-4b36-a1a8-2f6d0e4c9b21";
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, String> FILES = files(text -> text, text -> text);

    private static Map<String, String> files(UnaryOperator<String> site, UnaryOperator<String> lunch) {
        Project project = ShippedShapesTest.project("local-services");
        List<SourceFile> changed = new ArrayList<>();
        List<SourceFile> others = new ArrayList<>();
        for (SourceFile file : project.content()) {
            if (file.path().equals(SITE)) {
                String wanted = file.text().replaceAll("(?m)^identity:.*\n", "")
                        + "data: [tables, hsds, oruk-api]\nidentity: " + IDENTITY + "\n";
                changed.add(SourceFile.of(SITE, site.apply(wanted)));
            } else if (file.path().equals(LUNCH)) {
                String text = lunch.apply(file.text());
                changed.add(
                        SourceFile.of(text.contains("former-ids:") ? LUNCH.replace("tuesday", "monday") : LUNCH, text));
            } else {
                others.add(file);
            }
        }
        boolean isRenamed = changed.stream().anyMatch(file -> file.path().contains("monday"));
        others.forEach(file -> changed.add(SourceFile.of(
                file.path(), isRenamed ? file.text().replace("tuesday-lunch", "monday-lunch") : file.text())));
        BuiltSite built = BuiltSite.of(project.withContent(changed), TestProject.SETTINGS);
        assertEquals(0, built.errors(), () -> built.diagnostics().toString());
        var files = new TreeMap<String, String>();
        for (OutputFile file : built.files()) {
            if (file instanceof OutputFile.Made made) {
                files.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String file(String path) {
        String text = FILES.get(path);
        assertTrue(text != null, () -> path + " in " + FILES.keySet());
        return text;
    }

    private static Path reference(String name) {
        String folder = System.getProperty("waymark.schemas", "");
        assumeTrue(
                !folder.isEmpty(),
                "NOT JUDGED: the property waymark.schemas names no folder with the schemas of HSDS 3.0");
        return Path.of(folder, "hsds", name);
    }

    private static void judge(String schema, JsonNode object) throws IOException {
        String text = Files.readString(reference("schema/" + schema));
        assertEquals(
                List.of(),
                SCHEMAS.getSchema(text, InputFormat.JSON)
                        .validate(
                                object.toString(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))),
                object::toString);
        assertKnown(JSON.readTree(text), object, schema);
    }

    /** The schemas accept any further property; a misspelt one is lost on whoever reads the data. */
    private static void assertKnown(JsonNode schema, JsonNode object, String where) {
        object.propertyStream().forEach(property -> {
            JsonNode declared = schema.path("properties").path(property.getKey());
            // The schema of organisations has no services, which the example of the specification has.
            if (!property.getKey().equals("services")) {
                assertFalse(declared.isMissingNode(), where + " has no " + property.getKey());
            }
            JsonNode value = property.getValue();
            if (value.isArray()) {
                value.forEach(item -> assertKnown(declared.path("items"), item, where + "." + property.getKey()));
            } else if (value.isObject()) {
                assertKnown(declared, value, where + "." + property.getKey());
            }
        });
    }

    @Test
    void languagesHaveTheirCodes() throws IOException {
        List<String> languages = new ArrayList<>();
        JSON.readTree(file("data/hsds/services.json"))
                .forEach(service -> service.path("languages")
                        .forEach(language -> languages.add(language.path("name").asString() + " "
                                + language.path("code").asString())));
        assertTrue(languages.containsAll(List.of("Polish pl", "British Sign Language bfi")), languages::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "services, compiled/service.json, compiled/service_list.json",
        "organizations, compiled/organization.json, compiled/organization_list.json",
        "service_at_locations, compiled/service_at_location.json, compiled/service_at_location_list.json",
        "taxonomies, taxonomy.json, taxonomy.json",
    })
    void everyObjectIsAsTheSpecificationHasIt(String name, String whole, String inList) throws IOException {
        JsonNode objects = JSON.readTree(file("data/hsds/" + name + ".json"));
        JsonNode page = JSON.readTree(file("api/" + name + "/index.json"));
        assertFalse(objects.isEmpty());
        assertEquals(objects.size(), page.path("total_items").asInt());
        assertEquals(objects.size(), page.path("contents").size());
        for (int i = 0; i < objects.size(); i++) {
            judge(whole, objects.get(i));
            judge(inList, page.path("contents").get(i));
            String id = objects.get(i).path("id").asString();
            assertEquals(objects.get(i), JSON.readTree(file("api/" + name + "/" + id + ".json")));
        }
    }

    @Test
    void theCatalogueNamesTheObjectsAndTheInterface() {
        JsonNode catalogue = JSON.readTree(file("data/catalogue.jsonld"));
        JsonNode service = catalogue.path("dcat:service");
        String served = service.path("dcat:servesDataset").path("@id").asString();
        JsonNode dataset = catalogue
                .path("dcat:dataset")
                .valueStream()
                .filter(each -> each.path("@id").asString().equals(served))
                .findFirst()
                .orElseThrow();
        String root = service.path("dcat:endpointURL").path("@id").asString();
        assertTrue(root.endsWith("/api/"), root);
        file("api/index.json");
        assertEquals(6, dataset.path("dcat:distribution").size());
        dataset.path("dcat:distribution")
                .forEach(each -> file(each.path("@id").asString().replace(root.replace("api/", ""), "")));
    }

    /** Every answer, as the description of the interface has it, with the schemas that it refers to in their places. */
    @Test
    void eachAnswerIsAsTheInterfaceDescribesIt() throws IOException {
        JsonNode described = JSON.readTree(Files.readString(reference("schema/openapi.json")));
        int judged = 0;
        for (var path : described.path("paths").properties()) {
            JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (schema.isMissingNode()) {
                continue;
            }
            String text = whole(schema, described).toString();
            if (path.getKey().equals("/service_at_locations/{id}")) {
                // The specification names the schema of services here, which is a slip.
                text = Files.readString(reference("schema/compiled/service_at_location.json"));
            }
            String answers = "api" + path.getKey().replace("{id}", "[0-9a-f-]{36}")
                    + (path.getKey().contains("{") ? "" : "/index") + "\\.json";
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                if (file.getKey().matches(answers.replace("//", "/"))) {
                    judged++;
                    assertEquals(
                            List.of(),
                            SCHEMAS.getSchema(text, InputFormat.JSON)
                                    .validate(
                                            file.getValue(),
                                            InputFormat.JSON,
                                            context -> context.executionConfig(
                                                    config -> config.formatAssertionsEnabled(true))),
                            file.getKey());
                }
            }
        }
        assertEquals(
                FILES.keySet().stream()
                        .filter(file -> file.matches("api/.*\\.json"))
                        .count(),
                judged,
                "each has one description");
    }

    /** A schema with those in it that it names. */
    private static JsonNode whole(JsonNode schema, JsonNode described) throws IOException {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString();
            return name.startsWith("#")
                    ? whole(described.at(name.substring(1)), described)
                    : whole(
                            JSON.readTree(Files.readString(reference(name.replaceFirst("^https:.*/3\\.0/", "")
                                    .replaceFirst("^(?!schema/)", "schema/")))),
                            described);
        }
        if (schema.isObject()) {
            var copy = JSON.createObjectNode();
            for (var member : schema.properties()) {
                copy.set(member.getKey(), whole(member.getValue(), described));
            }
            return copy;
        }
        if (schema.isArray()) {
            var copy = JSON.createArrayNode();
            for (JsonNode item : schema) {
                copy.add(whole(item, described));
            }
            return copy;
        }
        return schema;
    }

    /** Keys lead to rows, and required cells are filled. */
    @Test
    void tablesAreWholeAndLeadToEachOther() throws IOException {
        var ids = new HashMap<String, Set<String>>();
        JsonNode described = JSON.readTree(file("data/hsds/datapackage.json")).path("resources");
        for (JsonNode table : described) {
            var known = new HashSet<String>();
            for (CSVRecord row : rows(table)) {
                assertTrue(known.add(row.get("id")), table.path("name") + " " + row.get("id"));
            }
            ids.put(table.path("name").asString(), known);
        }
        for (JsonNode table : described) {
            for (CSVRecord row : rows(table)) {
                for (JsonNode field : table.path("schema").path("fields")) {
                    assertFalse(
                            field.path("constraints").path("required").asBoolean(false)
                                    && row.get(field.path("name").asString()).isEmpty(),
                            table.path("name") + " " + row);
                }
                for (JsonNode key : table.path("schema").path("foreignKeys")) {
                    String id = row.get(key.path("fields").asString());
                    String target = key.path("reference").path("resource").asString();
                    assertTrue(
                            id.isEmpty() || ids.getOrDefault(target, Set.of()).contains(id), target + " " + id);
                }
            }
        }
        assertTrue(ids.keySet().containsAll(Set.of("organization", "service", "location", "taxonomy_term", "phone")));
    }

    @Test
    void tablesAreThoseOfTheSpecification() throws IOException {
        JsonNode specified = JSON.readTree(Files.readString(reference("tabular/datapackage.json")))
                .path("resources");
        for (JsonNode table : JSON.readTree(file("data/hsds/datapackage.json")).path("resources")) {
            JsonNode known = specified
                    .valueStream()
                    .filter(each -> each.path("name").equals(table.path("name")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(known.path("path"), table.path("path"));
            var order = new ArrayList<String>();
            for (JsonNode field : known.path("schema").path("fields")) {
                String name = field.path("name").asString();
                JsonNode own = table.path("schema")
                        .path("fields")
                        .valueStream()
                        .filter(each -> each.path("name").asString().equals(name))
                        .findFirst()
                        .orElse(JSON.missingNode());
                boolean isRequired = field.path("constraints").path("required").asBoolean(false);
                assertEquals(
                        isRequired,
                        own.path("constraints").path("required").asBoolean(false),
                        table.path("name") + name);
                if (!own.isMissingNode()) {
                    order.add(name);
                    assertEquals(field.path("type"), own.path("type"), name);
                }
            }
            assertEquals(
                    order,
                    table.path("schema")
                            .path("fields")
                            .valueStream()
                            .map(field -> field.path("name").asString())
                            .toList());
        }
    }

    private static List<CSVRecord> rows(JsonNode table) throws IOException {
        String csv = file("data/hsds/" + table.path("path").asString());
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    private static String lunchId(Map<String, String> files) {
        return JSON.readTree(files.get("data/hsds/services.json"))
                .valueStream()
                .filter(service -> service.path("name").asString().contains("lunch"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @Test
    void identifiersStayWhenAnEntryIsRenamedOrTheSiteMoves() {
        String id = lunchId(FILES);
        assertEquals(
                id,
                lunchId(files(
                        site -> site.replaceAll("base-url: .*", "base-url: https://elsewhere.example.org/x/"),
                        lunch -> lunch.replaceFirst("---\n", "---\nformer-ids: [tuesday-lunch]\n"))));
        assertFalse(id.equals(lunchId(
                files(site -> site.replace(IDENTITY, IDENTITY.replace('0', '1')), lunch -> lunch))));
    }

    @Test
    void objectsHaveWhatTheEntriesSay() {
        JsonNode service = JSON.readTree(file("data/hsds/services.json")).get(0);
        assertEquals("active", service.path("status").asString());
        assertFalse(service.path("organization").path("name").asString().isEmpty());
        assertFalse(service.path("attributes")
                .get(0)
                .path("taxonomy_term")
                .path("taxonomy_detail")
                .path("name")
                .asString()
                .isEmpty());
        assertFalse(service.path("service_areas").get(0).path("name").asString().isEmpty());
        assertFalse(file("data/hsds/services.json").contains("\"\""), "empty values are left out");
    }

    @Test
    void hostsAnswerAtTheAddressesOfTheInterface() {
        assertTrue(file("_redirects").contains("""
                /api/services/:file.json /api/services/:file.json 200
                /api/services/:id /api/services/:id.json 200
                """));
        assertTrue(file("_redirects").startsWith("/api/ /api/index.json 200\n"));
        assertTrue(file("_redirects").contains("\n/api/services /api/services/index.json 200\n"));
        assertTrue(file("_nginx.conf").contains("""
                    location = "/api/services" {
                        set $waymark_kept "public, max-age=300, must-revalidate";
                        set $waymark_open "*";
                        try_files "/api/services/index.json" =404;
                    }
                """), file("_nginx.conf"));
        assertTrue(file("_headers")
                .contains("/api/*\n  Cache-Control: public, max-age=300, must-revalidate\n  Access-Control"));
        assertTrue(file("api/.htaccess").contains("RewriteRule ^services/?$ services/index.json [L]\n"));
        assertTrue(file("data/index.html").contains("api/services"));
    }
}
