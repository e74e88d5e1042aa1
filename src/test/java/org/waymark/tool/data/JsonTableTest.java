package org.waymark.tool.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.EditableProject;

/** Records of JSON, among them those of Open Referral. */
class JsonTableTest {
    private static final SourceFile KIND = SourceFile.of("content/shape/kinds/provider.yaml", """
            name: {one: provider, many: providers, a: a provider}
            folder: providers
            text: no
            fields:
              name: {type: line, max: 90, required: yes, help: its name}
              about: {type: line, max: 300, help: what it does}
              website: {type: web-address, help: its own site}
              open: {type: yes-no, help: whether it takes new people}
              seats: {type: number, help: how many there are}
              words: {type: list, of: {type: line, max: 40}, help: other words}
              rooms: {type: list, of: {type: group, fields: {floor: {type: number, required: yes, help: on which floor}, use: {type: line, max: 40, help: what for}}}, help: its rooms}
            roles: {label: name}
            """);
    private static final Project PROJECT = TestProject.smallWith(
            KIND, SourceFile.of("content/providers/mill.yaml", "# Ask Ann.\nname: The mill\nseats: 12 # at most\n"));
    private static final Directory DIRECTORY =
            Build.once().check(PROJECT, TestProject.SETTINGS).directory();

    private static Outcome<ImportPlan> plan(String name, String text, String columns) {
        return new TableImport(
                        new EditableProject(DIRECTORY, PROJECT),
                        DIRECTORY.kinds().named("provider").orElseThrow(),
                        TestProject.SETTINGS.asOf(),
                        Map.of())
                .plan(
                        new TableFile(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty()),
                        Optional.of(columns)
                                .filter(list -> !list.isEmpty())
                                .map(list -> SourceFile.of("columns.yaml", list)),
                        Optional::empty);
    }

    /** The text of a file after an import, without comments. */
    private static String imported(String path, Outcome<ImportPlan> plan) {
        assertEquals("", faults(plan));
        return ChangedProject.of(PROJECT, plan.value().orElseThrow().changes()).content().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.text().lines())
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private static String faults(Outcome<ImportPlan> plan) {
        return plan.diagnostics().stream()
                .map(finding -> finding.span() + " " + finding.code() + ": " + finding.message())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void readsObjectsWithListsAndGroups() {
        assertEquals("""
                name: Town hall
                website: https://www.example.org/
                open: yes
                seats: 40
                words:
                  - hall
                  - moot; assembly
                rooms:
                  - floor: 1
                    use: Meetings
                  - floor: 2""", imported("content/providers/town-hall.yaml", plan("t.json", """
                [{"name": "Town hall", "open": true, "seats": 40, "words": ["hall", "moot; assembly"], "about": null,
                  "website": "https:\\/\\/www.example.org\\/",
                  "rooms": [{"floor": 1, "use": "Meetings"}, {"floor": 2}]}]""", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"The mill\", \"seats\": 20}",
                "{\"name\": \"The mill\", \"seats\": 20}\n{\"name\": \"Shed\", \"about\": \"x\"}\n",
                "[{\"id\": \"mill\", \"seats\": \"20\"}, {\"name\": \"Shed\"}]",
                "{\"total\": 1, \"items\": [{\"id\": \"mill\", \"seats\": 20}]}",
                "{\"name\": \"the MILL\", \"seats\": 20.0, \"rooms\": []}"
            })
    void takesRecordsAloneOnLinesInListsAndInPages(String text) {
        String mill = imported("content/providers/mill.yaml", plan("t.jsonl", text, ""));
        assertTrue(mill.matches("name: (The mill|the MILL)\nseats: 20(\\.0)? # at most"), mill);
    }

    @Test
    void leavesWhatIsNotNamedAndRemovesWhatIsNull() {
        assertEquals(
                "name: The mill\nseats: 12 # at most",
                imported(
                        "content/providers/mill.yaml",
                        plan("t.json", "[{\"id\": \"mill\"}, {\"name\": \"x\", \"seats\": 1}]", "")));
        assertEquals(
                "name: The mill",
                imported("content/providers/mill.yaml", plan("t.json", "[{\"id\": \"mill\", \"seats\": null}]", "")));
    }

    @Test
    void reportsFaultsWhereTheyStand() {
        assertEquals(
                "t.json:2:12 invalid-value: `seats` must be a whole number in digits, from 0 to a billion, but found `many`",
                faults(plan("t.json", "[{\"id\": \"mill\",\n  \"seats\": \"many\"}]", "")));
        assertEquals(
                "t.json:1:25 unknown-field: a provider has no field `seat`",
                faults(plan("t.json", "[{\"id\": \"mill\", \"seat\": 3}]", "")));
        for (String broken : new String[] {"[{\"name\": ", "[{\"name\": 1, \"name\": 2}]", "nothing", "[[[["}) {
            String found = faults(plan("t.json", broken, ""));
            assertTrue(found.contains("invalid-table"), broken + ": " + found);
        }
        assertTrue(faults(plan("t.json", "[]", "")).contains("the table is empty"));
        assertTrue(faults(plan("t.json", "[".repeat(100_000), "")).contains("invalid-table"));
    }

    /** The examples are not ours; {@code waymark.schemas} names the folder in which they are. */
    @Test
    void importsTheExamplesOfOpenReferral() throws IOException {
        String folder = System.getProperty("waymark.schemas", "");
        Path hsds = Path.of(folder).resolve("hsds");
        boolean isThere = !folder.isEmpty() && Files.isDirectory(hsds);
        if (!isThere) {
            System.err.println("NOT TESTED: the examples of Open Referral; set waymark.schemas to a folder with hsds");
        }
        assumeTrue(isThere);
        String columns = "id:\nname: name\ndescription: about\nwebsite: website\nalternate_name: words\n\"*\":\n";
        for (String file : new String[] {
            "examples/organization_list.json", "examples/organization_full.json", "tabular/examples/organizations.csv"
        }) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            String provider = imported(
                    "content/providers/example-organization-inc.yaml",
                    plan(name, Files.readString(hsds.resolve(file)), columns));
            assertTrue(
                    provider.startsWith("name: Example Organization Inc.\nabout: Example Org is a non-profit"),
                    provider);
            assertTrue(provider.contains("\nwebsite: http://example.com"), provider);
        }
    }
}
