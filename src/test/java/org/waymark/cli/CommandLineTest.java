package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.JsonOutput;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.report.ReportFormat;
import org.waymark.schema.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a user would, on a small directory of their own. */
class CommandLineTest {
    private static final List<Code> CODES = Codes.ALL;
    private static final List<Kind> KINDS = TestKinds.ALL.all();
    private static final List<String> COMMANDS = List.of(
            "build", "check", "due", "explain", "fix", "init", "links", "list", "lsp", "merge", "new", "rename",
            "retire", "schema", "serve", "verify");

    @TempDir
    private Path folder;

    private Path project;

    /** What a command has printed, and its exit code. */
    private record Run(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }

        /** The output, if it is valid by a schema. */
        JsonNode json(String schema) {
            JsonOutput.assertValid(schema, out);
            return json();
        }
    }

    @BeforeEach
    void copySmallDirectory() throws IOException {
        project = folder.resolve("project");
        Path base = TestProject.resource("/spec-base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.toList()) {
                Files.copy(file, project.resolve(base.relativize(file).toString()));
            }
        }
    }

    @Test
    void publishesAndClosesWithOneLine() {
        Run run = onProject("build", "--as-of", "2025-03-01");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        String wanted =
                "Published \\d+ pages with 1 case study to \\Q" + site() + "\\E in \\d+\\.\\d s: no warnings\\.\n";
        assertTrue(run.out().matches(wanted), run.out());
        assertTrue(Files.exists(site().resolve("services/extended-access/index.html")));
    }

    @Test
    void reportsEachFieldThatANewEntryNeedsOnItsOwnLine() {
        Run run = onProject("new", "glossary-term", "--set", "name=\u001B");
        assertEquals(2, run.code());
        assertFalse(run.err().contains("\u001B"), run.err());
        run = onProject("new", "service", "new-one");
        assertEquals(2, run.code());
        assertTrue(
                run.err().startsWith("waymark new: a service also needs:\n  --set name='Extended access'"), run.err());
        assertTrue(run.err().contains("\n  --set summary="), run.err());
    }

    @Test
    void addsACaseStudyWithNamesForReferencesAndADayOfToday() throws IOException {
        String[] set = {
            "new",
            "--set",
            "title=Update #2, on beds",
            "--set",
            "organisation= taurus healthcare",
            "--set",
            "services=Extended access",
            "--set",
            "region=Midlands",
            "--set",
            "place=A\\, B",
            "--set",
            "confidence=high",
            "--set",
            "summary=One more.",
            "--set",
            "sources.title=Report",
            "--set",
            "sources.publisher=Us",
            "--set",
            "sources.url=https://example.org/",
            "--text",
            "\nWhat we did.\n",
            "case-study",
            "beds"
        };
        Run run = onProject(set[0], List.of(set).subList(1, set.length).toArray(String[]::new));
        assertEquals("", run.err());
        assertEquals("""
                Wrote content/case-studies/beds.md.
                Next: remove the line `draft: yes`. waymark serve --open shows it.
                """, run.out());
        String text = read(project.resolve("content/case-studies/beds.md"));
        assertTrue(text.contains("\norganisation: taurus-healthcare\n"), text);
        assertTrue(text.contains("\npublished: 2025-03-01\n"), text);
        assertTrue(text.contains("\n  - extended-access\n"), text);
        assertFalse(text.contains("A\\"), text);
        assertTrue(text.endsWith("---\n\nWhat we did.\n"), text);
    }

    @Test
    void saysWhatToAddFirstWhereAReferenceIsUnknown() {
        Run run = onProject("new", "case-study", "--set", "title=X", "--set", "organisation=Evening Trust");
        assertEquals(2, run.code());
        assertEquals(
                "waymark new: no organisation is called `Evening Trust`; add it first: waymark new organisation",
                run.err().lines().findFirst().orElseThrow());
        run = onProject("new", "case-study", "--set", "title=X", "--set", "organisation=Taurus Helthcare");
        assertTrue(run.err().contains("; did you mean `Taurus Healthcare`?"), run.err());
        assertEquals(
                2,
                onProject("new", "organisation", "--set", "name=X", "--text", "Text")
                        .code());
    }

    @Test
    void offersOnlyKindsThatItTakes() {
        String kinds = "case-study, category, glossary-term, organisation, page, service";
        for (String command : List.of("merge", "new", "rename", "retire")) {
            String missing = run(command).err();
            assertTrue(missing.contains("KIND"), missing);
            String site = (command.equals("new") || command.equals("retire")
                            ? onProject(command, "site", "x")
                            : onProject(command, "site", "x", "y"))
                    .err();
            assertTrue(site.contains(" cannot be given here; the kinds are " + kinds), site);
        }
        assertTrue(
                run("new").err().startsWith("waymark new: KIND is missing; give one of " + kinds),
                run("new").err());
        assertEquals(0, run("schema", "site").code());
    }

    @Test
    void showsTheShapeWithTheOriginOfEachLine() throws IOException {
        String all = shape("show").out();
        assertTrue(all.contains("category       3 fields   services-with-examples/kinds/category.yaml"), all);
        assertTrue(all.contains("regions     7 choices"), all);
        Path own = project.resolve("content/shape/kinds/category.yaml");
        assertEquals(0, shape("copy", "category", "--extend").code());
        assertEquals(0, onProject("check").code());
        Files.writeString(own, "extends: shape\nfields:\n  name: {max: 60}\n");
        List<String> lines = shape("show", "category").out().lines().toList();
        String shown = String.join("\n", lines).replaceAll(" +#", " #");
        assertTrue(shown.contains("folder: categories # services-with-examples/kinds/category.yaml:2\n"), shown);
        assertTrue(shown.contains("    max: 60 # content/shape/kinds/category.yaml:3\n"), shown);
        assertTrue(shown.contains("    help: its name # services-with-examples/kinds/category.yaml:4"), shown);
        assertEquals(
                1,
                lines.stream()
                        .map(line -> line.indexOf("  # "))
                        .filter(at -> at > 30)
                        .distinct()
                        .count());
        JsonNode json = shape("show", "category", "--format", "json").json("shape");
        assertEquals("folder: categories", json.get("lines").get(1).get("text").asString());
        assertEquals(2, json.get("lines").get(1).get("line").asInt());
    }

    @Test
    void copiesAPartOfTheShapeOnce() throws IOException {
        assertEquals(0, shape("copy", "regions").code());
        assertEquals(0, onProject("check").code());
        Run again = shape("copy", "regions");
        assertEquals(2, again.code());
        assertTrue(again.err().contains("there is already content/shape/vocabularies/regions.yaml"), again.err());
        assertTrue(shape("copy", "confidence", "-e").err().contains("only a kind can be extended"));
        assertTrue(shape("show", "regons").err().contains("did you mean `regions`?"));
        assertTrue(shape("copy").err().contains("NAME is missing"));
        assertTrue(
                run("shape").err().startsWith("waymark shape: say what to do"),
                run("shape").err());
        assertTrue(run("shape", "copy", "--help").out().contains("--language=LANGUAGE"));
    }

    @Test
    void showsAndBeginsTheHomePageAndLabels() throws IOException {
        assertTrue(shape("show")
                .out()
                .replaceAll(" +", " ")
                .contains(" home 4 sections services-with-examples/home.yaml\n labels "));
        assertTrue(shape("show", "home").out().contains("sections: [groups, map"));
        String before = shape("show", "labels").out().replaceAll(" +#", " #");
        assertTrue(before.contains("search-button: Search # base/labels/en-GB.yaml:"), before);
        assertEquals(0, shape("copy", "home").code());
        assertTrue(shape("show", "home").out().contains("# content/shape/home.yaml:"));
        assertEquals(0, shape("copy", "labels").code());
        assertEquals(0, shape("copy", "labels", "--language", "cy").code());
        assertEquals("", onProject("check").err());
        Path labels = project.resolve("content/shape/labels");
        String welsh = Files.readString(labels.resolve("cy.yaml"));
        assertTrue(welsh.contains("\n# search-button: Search\n"), welsh);
        assertTrue(welsh.contains("\n# entries-on-home: {zero: "), welsh);
        assertTrue(welsh.contains("few: "), welsh);
        Path english = labels.resolve("en-GB.yaml");
        Files.writeString(english, Files.readString(english).replace("# search-button: Search", "search-button: Find"));
        assertEquals(0, onProject("check").code());
        String after = shape("show", "labels").out().replaceAll(" +#", " #");
        assertTrue(after.contains("search-button: Find # content/shape/labels/en-GB.yaml:"), after);
        assertEquals(2, shape("copy", "labels").code());
    }

    @Test
    void saysWhatAPortIs() {
        for (String port : List.of("abc", "-1", "65536", "4000.5", "")) {
            Run run = run("serve", "--port=" + port);
            assertEquals(2, run.code());
            assertTrue(run.err().contains("`" + port + "` is not a port number: a whole number from 0"), run.err());
        }
        assertTrue(onProject("serve", "--host", "192.0.2.1", "--port", "0")
                .err()
                .contains("`192.0.2.1` is not an address of this machine"));
    }

    @Test
    void countsWhatIsLeftAfterFixing() throws IOException {
        makeError();
        assertTrue(onProject("fix").out().endsWith("Fixed 1 fault; nothing is left.\n"));
        makeWarning();
        assertTrue(onProject("fix").out().endsWith("Fixed no faults; 1 warning is left: see waymark check.\n"));
        assertEquals(
                1,
                onProject("fix", "--format", "json")
                        .json("findings")
                        .get("warnings")
                        .asInt());
    }

    @Test
    void listsIdsForCompletion() {
        assertEquals("extended-access\n", onProject("list", "--ids", "service").out());
        assertTrue(run("generate-completion").out().contains(" list --ids "));
    }

    @Test
    void reportsATemplateThatReplacesNone() throws IOException {
        write("templates/page/hom.ftlh", "<h1>Home</h1>\n");
        Run run = onProject("check");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("did you mean `templates/page/home.ftlh`?"), run.out());
    }

    @Test
    void verifiesWhatWasPublished() throws IOException {
        assertEquals(0, onProject("build", "--as-of", "2025-03-01").code());
        Run same = run("verify", site().toString());
        assertTrue(
                same.out().matches("\\Q" + site() + "\\E matches what was published: \\d+ files for 2025-03-01\\.\n"),
                same.out());
        assertEquals(0, same.code());

        Files.delete(site().resolve("404.html"));
        write("site-output/index.html", "hacked");
        write("site-output/notes\n.txt", "mine");
        Run different = run("verify", site().toString());
        assertEquals("""
                missing     404.html
                changed     index.html
                foreign     notes\\u000a.txt
                %s differs from what was published: 1 file missing, 1 file changed, 1 file not published by Waymark.
                """.formatted(site()), different.out());
        assertEquals(1, different.code());

        JsonNode json = run("verify", "--format", "JSON", site().toString()).json("verify");
        assertFalse(json.get("same").asBoolean());
        assertEquals("2025-03-01", json.get("facts").get("day").asString());
        assertEquals("404.html", json.get("missing").get(0).get("path").asString());
    }

    @Test
    void showsTwentyDifferencesOfAKindAndCountsTheRest() throws IOException {
        assertEquals(0, onProject("build").code());
        for (int i = 0; i < 23; i++) {
            write("site-output/notes-" + i, "mine");
        }
        Run run = run("verify", site().toString());
        assertEquals(22, run.out().lines().count());
        assertTrue(run.out().contains("\n            and 3 more files not published by Waymark\n"), run.out());
    }

    @Test
    void saysThatItCannotVerifyAFolderThatWaymarkHasNotWritten() {
        assertEquals(
                "waymark verify: there is no manifest in " + project + "; name a folder that Waymark has"
                        + " published to, or a manifest with --manifest\nSee waymark verify --help.\n",
                run("verify", project.toString()).err());
        assertEquals(2, run("verify", project.toString()).code());
        assertEquals(
                2, run("verify", "--manifest", "nowhere", project.toString()).code());
    }

    @Test
    void givesTheSameInputTheSameDigest() throws IOException {
        String first = input("--as-of", "2025-03-01");
        String page = "content/pages/introduction.md";
        write(page, read(project.resolve(page)).replace("\n", "\r\n"));
        assertEquals(first, input("--as-of", "2025-03-01"));
        assertNotEquals(first, input("--as-of", "2025-03-02"));
        assertNotEquals(first, input("--as-of", "2025-03-01", "--base-url", "https://example.net/"));
        write("content/images/bus.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertNotEquals(first, input("--as-of", "2025-03-01"));
    }

    private String input(String... args) throws IOException {
        String[] command = Stream.concat(Stream.of("build"), Stream.of(args)).toArray(String[]::new);
        assertEquals(
                0,
                run(Stream.concat(Stream.of(command), Stream.of("--project", project.toString()))
                                .toArray(String[]::new))
                        .code());
        return read(".waymark/manifest")
                .lines()
                .filter(line -> line.startsWith("# input: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void precompressesWhereAsked() throws IOException {
        Run run = onProject("build", "--precompress=gz");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertTrue(Files.exists(site().resolve("index.html.gz")));
        assertEquals(0, onProject("build").code());
        assertFalse(Files.exists(site().resolve("index.html.gz")));
        assertEquals(2, onProject("build", "--precompress=zip").code());
    }

    @Test
    void publishesWarningsAndAll() throws IOException {
        makeWarning();
        Run run = onProject("build");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("warning[vague-link-text]: "), run.out());
        assertTrue(run.out().endsWith(" s: 1 warning.\n"), run.out());
    }

    @Test
    void publishesToAnotherFolder() {
        Path output = folder.resolve("other/place");
        for (String option : List.of("--output", "-o")) {
            assertEquals(0, onProject("build", option, output.toString()).code());
        }
        assertTrue(Files.exists(output.resolve("index.html")));
        assertFalse(Files.exists(site()));
    }

    @Test
    void publishesForAnotherAddress() throws IOException {
        for (String option : List.of("--base-url", "-b")) {
            String address = "https://example.net/" + option.length();
            assertEquals(0, onProject("build", option, address).code());
            assertTrue(read("robots.txt").contains("Sitemap: " + address + "/sitemap.xml\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--as-of", "-d"})
    void judgesReviewDatesByTheGivenDay(String option) throws IOException {
        insertField("content/services/extended-access.md", "reviewed: 2025-01-01\nreview-by: 2025-02-01\n");
        assertEquals(1, onProject("check", "--strict", option, "2025-03-01").code());
        assertEquals(0, onProject("check", "--strict", option, "2025-02-01").code());
    }

    @Test
    void publishesNothingWhileThereIsAnError() throws IOException {
        assertEquals(0, onProject("build").code());
        String before = read("services/extended-access/index.html");
        Path service = project.resolve("content/services/extended-access.md");
        Files.writeString(service, Files.readString(service).replace("Extended access", "Longer hours"));
        makeError();

        Run run = onProject("build");

        assertEquals(1, run.code());
        assertTrue(
                run.out().startsWith("error[unknown-reference]: no service is called `extended-acess`\n"), run.out());
        assertTrue(run.out().endsWith("\n\n`waymark fix` fixes it.\n"), run.out());
        assertEquals("Nothing was published: 1 error and no warnings.\n", run.err());
        assertEquals(before, read("services/extended-access/index.html"));
    }

    @Test
    void namesTheFileToOpenFirstWhereErrorsAreSeveral() throws IOException {
        makeError();
        Files.writeString(project.resolve("content/services/second.md"), "");

        Run run = onProject("build");

        assertTrue(
                run.err()
                        .matches(
                                "Nothing was published: 2 errors and (?s).* Open content/case-studies/[a-z-]+\\.md first\\.\n"),
                run.err());
    }

    @Test
    void makesNoFolderWhileThereIsAnError() throws IOException {
        makeError();
        onProject("build");
        assertFalse(Files.exists(site()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strict", "-s"})
    void countsWarningsAsErrorsWhereAsked(String option) throws IOException {
        assertEquals(0, onProject("check", option).code());
        makeWarning();
        assertEquals(0, onProject("check").code());
        assertEquals(1, onProject("check", option).code());
        Run run = onProject("build", option);
        assertEquals(1, run.code());
        assertEquals("Nothing was published: 1 warning.\n", run.err());
        assertFalse(Files.exists(site()));
    }

    @Test
    void checksWithoutPublishing() {
        Run run = onProject("check");
        assertEquals(new Run(0, "Checked 9 entries: no warnings.\n", ""), run);
        assertFalse(Files.exists(site()));
    }

    @Test
    void showsOnlyWhatItIsAskedFor() throws IOException {
        makeError();
        makeWarning();
        Run all = onProject("check");
        assertTrue(all.out().startsWith("error[unknown-reference]"), all.out());
        assertTrue(all.out().endsWith("""
                        By rule:
                          1 error[unknown-reference]
                          1 warning[vague-link-text]
                        `waymark fix` fixes 1 of them.
                        Checked 9 entries: 1 error and 1 warning.
                        """), all.out());
        Run rule = onProject("check", "--rule", "vague-link-text");
        assertEquals(1, rule.code());
        assertTrue(rule.out().startsWith("warning[vague-link-text]"), rule.out());
        assertTrue(
                rule.out()
                        .endsWith("\nChecked 9 entries: 1 error and 1 warning."
                                + " Only those of `vague-link-text` are shown: 1 finding.\n"),
                rule.out());
        for (String path : List.of(
                "content/case-studies",
                project.resolve("content/case-studies/evening-hubs.md").toString())) {
            Run part = onProject("check", path);
            assertTrue(part.out().startsWith("error[unknown-reference]"), part.out());
            assertFalse(part.out().contains("[vague-link-text]"), part.out());
            assertTrue(part.out().endsWith(" Only those in `" + path + "` are shown: 1 finding.\n"), part.out());
        }
        assertEquals(
                1,
                onProject("check", "--format", "json", "content/pages")
                        .json()
                        .get("warnings")
                        .asInt());
        assertEquals(
                0,
                onProject("check", "--format", "json", "content/pages")
                        .json()
                        .get("errors")
                        .asInt());
    }

    @Test
    void checksTemplatesToo() throws IOException {
        write("templates/page/service.ftlh", "<#-- EntryPage -->\n${page.nonsense}\n");
        Run run = onProject("check");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("templates/page/service.ftlh:2:"), run.out());
    }

    @Test
    void showsTheReportBeforeTheClosingLine() throws IOException {
        makeWarning();
        var terminal = new ByteArrayOutputStream();
        WaymarkCommand.run(
                new PrintWriter(terminal, false, StandardCharsets.UTF_8),
                new PrintWriter(terminal, false, StandardCharsets.UTF_8),
                "check",
                "--as-of",
                "2025-03-01",
                "--project",
                project.toString());
        String shown = terminal.toString(StandardCharsets.UTF_8);
        assertTrue(shown.startsWith("warning["), shown);
        assertTrue(shown.endsWith("Checked 9 entries: 1 warning.\n"), shown);
    }

    /** What code hosts let people apply: whole lines, with everything else on them. */
    @Test
    void suggestsWholeLines() throws IOException {
        Path study = project.resolve("content/case-studies/evening-hubs.md");
        write(
                "content/case-studies/evening-hubs.md",
                read(study).replaceFirst("services: .*", "services: [extended-acess] # `x` @someone"));
        JsonNode suggested = onProject("check", "--format", "suggestions").json("suggestions");
        JsonNode first = suggested.get(0);
        assertEquals("content/case-studies/evening-hubs.md", first.get("path").asString());
        assertEquals(first.get("startLine"), first.get("endLine"));
        assertEquals(
                "services: [extended-access] # `x` @someone",
                first.get("replacement").asString());
        assertEquals(
                "No service is called `extended-acess`. Change to `extended-access`.",
                first.get("comment").asString());
        assertEquals(1, suggested.size());
    }

    @Test
    void knowsTheSchemaOfEachOutput() {
        OutputSchema.ALL.forEach((command, schema) -> {
            String text = run("schema", "--output-of", command).out();
            assertTrue(text.contains("\"$id\": \"urn:waymark:output:" + schema.name() + ":1\""), text);
        });
        assertEquals(2, run("schema", "--output-of", "serve").code());
    }

    @Test
    void reportsAsJson() throws IOException {
        makeError();
        write("content/services/EXTENDED-access.md", read(project.resolve("content/services/extended-access.md")));
        Run run = onProject("check", "--format", "json");

        assertEquals(1, run.code());
        assertEquals("", run.err());
        assertEquals(List.of("diagnostics", "errors", "warnings"), names(run.json("findings")));
        JsonNode found = run.json().get("diagnostics");
        assertEquals(
                found.size(),
                run.json().get("errors").asInt() + run.json().get("warnings").asInt());
        JsonNode reference = withCode(found, "unknown-reference");
        assertEquals(JsonMapper.builder().build().readTree("""
                        {"code": "unknown-reference", "severity": "error",
                         "path": "content/case-studies/evening-hubs.md",
                         "line": 5, "column": 12, "endLine": 5, "endColumn": 26,
                         "message": "no service is called `extended-acess`",
                         "help": "did you mean `extended-access`?",
                         "notes": [],
                         "fix": {"title": "Change to `extended-access`", "certain": true, "edits": [
                           {"path": "content/case-studies/evening-hubs.md",
                            "line": 5, "column": 12, "endLine": 5, "endColumn": 26,
                            "text": "extended-access"}]},
                         "fingerprint": "9557cba231521e1f73159a4de2eb7bc0"}"""), reference);
        assertEquals(
                List.of(
                        "code",
                        "severity",
                        "path",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "message",
                        "help",
                        "notes",
                        "fix",
                        "fingerprint"),
                names(reference));
        JsonNode note = withCode(found, "duplicate-id").get("notes").get(0);
        assertEquals(List.of("path", "line", "column", "endLine", "endColumn", "message"), names(note));
        assertEquals("content/services/extended-access.md", note.get("path").asString());
    }

    @Test
    void buildsWithNothingButJsonOnStandardOutput() throws IOException {
        makeWarning();
        Run run = onProject("build", "-f", "JSON");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertEquals(0, run.json().get("errors").asInt());
        assertEquals(1, run.json().get("warnings").asInt());
        assertTrue(Files.exists(site().resolve("index.html")));
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryFormat(ReportFormat format) {
        assertEquals(0, onProject("check", "-f", format.toString()).code());
    }

    @Test
    void explainsEveryFinding() {
        for (Code code : CODES) {
            Run run = run("explain", code.name());
            assertEquals(0, run.code(), code.name());
            assertTrue(run.out().startsWith("# " + code.name() + "\n"), run.out());
        }
    }

    @Test
    void listsAllFindings() {
        List<String> lines = run("explain").out().lines().toList();
        assertEquals(CODES.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Code code = CODES.get(i);
            assertTrue(
                    lines.get(i)
                            .matches(code.name() + " +" + code.severity().word() + " +\\Q" + code.summary() + "\\E"),
                    lines.get(i));
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void printsTheSchemaOfEveryKind(Kind kind) {
        Run run = run("schema", kind.name());
        assertEquals(0, run.code());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                run.json().get("$schema").asString());
        JsonNode entry = run.json().has("items") ? run.json().get("items") : run.json();
        assertEquals(kind.fields().stream().map(field -> field.name()).toList(), names(entry.get("properties")));
        assertEquals(run.out(), run("schema", kind.plural()).out());
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void listsTheEntriesOfEveryKind(Kind kind) throws IOException {
        write(
                "content/gone.yaml",
                "- was: service/health-bus\n  name: Health bus\n  since: 2024-01-01\n  reason: It ended.\n");
        write("content/routes.yaml", "routes:\n  /: site\n");
        write("content/synonyms.yaml", "- term: evening\n  also: [late]\n");
        write("content/bank-holidays.yaml", "events: [{date: 2027-12-25}]\n");
        Run table = onProject("list", kind.name());
        assertEquals(0, table.code());
        Run json = onProject("list", kind.plural(), "--format", "json");
        assertFalse(json.json("list").isEmpty());
        JsonNode entry = json.json().get(0);
        assertEquals(List.of("id", "name", "path", "line"), names(entry));
        assertTrue(table.out()
                .matches("(?s)" + entry.get("id").asString() + " +"
                        + Pattern.quote(entry.get("name").asString()) + "\n.*"));
        assertTrue(Files.exists(project.resolve(entry.get("path").asString())));
    }

    @Test
    void listsTheCompleteEntriesAndSaysHowManyAreNot() throws IOException {
        write("content/services/a-broken-one.md", "---\nname: Broken\n---\n\nText.\n");
        write(
                "content/services/video-calls.md",
                "---\nname: Video calls\nsummary: x\ncategory: enhanced-services\n---\n\nT.\n");
        assertEquals(
                new Run(
                        0,
                        "extended-access  Extended access\nvideo-calls      Video calls\n",
                        "Not listed: 1 entry with errors. See waymark check.\n"),
                onProject("list", "service"));
    }

    @Test
    void helpsWithEveryCommand() {
        for (String command : COMMANDS) {
            String help = run("help", command).out();
            assertTrue(help.startsWith("Usage: waymark " + command + " "), help);
            assertEquals(new Run(0, help, ""), run(command, "--help"));
            assertEquals(new Run(0, help, ""), run(command, "-h"));
        }
    }

    @Test
    void readsNoOptionsFromAFile() throws IOException {
        Path options = Files.writeString(folder.resolve("options"), "--version");
        assertEquals(2, run("@" + options).code());
        assertEquals(2, run("check", "@" + options).code());
    }

    @Test
    void helpsWithTheWhole() {
        String help = run("--help").out();
        assertTrue(help.startsWith("Usage: waymark "), help);
        COMMANDS.forEach(command -> assertTrue(help.contains("\n  " + command + " "), command));
        assertTrue(help.contains("Exit codes: 0 published or clean"), help);
        assertEquals(new Run(0, help, ""), run("-h"));
        assertEquals(new Run(0, help, ""), run("help"));
    }

    @Test
    void showsItsHelpAsWrongUsageWhereNoCommandIsGiven() {
        assertEquals(new Run(2, "", run("--help").out()), run());
    }

    @Test
    void printsItsVersionEverywhere() {
        Run version = run("--version");
        assertEquals(0, version.code());
        assertTrue(version.out().matches("waymark \\S.*\n"), version.out());
        assertEquals(version, run("-V"));
        COMMANDS.forEach(command -> assertEquals(version, run(command, "--version")));
    }

    @Test
    void printsACompletionScriptWithAllCommands() {
        Run run = run("generate-completion");
        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("#!/usr/bin/env bash\n"));
        COMMANDS.forEach(command -> assertTrue(run.out().contains("_picocli_waymark_" + command), command));
        assertTrue(run.out().contains("unknown-reference"));
        assertTrue(run.out().contains("case-study"));
    }

    @Test
    void asksAgainAboutAnUnknownWord() {
        wrongUsage("waymark: there is no command `chek`; did you mean `check`?", "chek");
        wrongUsage("waymark: there is no command `publish-everything`", "publish-everything");
        wrongUsage("waymark: there is no command `chek`; did you mean `check`?", "help", "chek");
        wrongUsage("waymark build: there is no option `--ouput`; did you mean `--output`?", "build", "--ouput", "x");
        wrongUsage("waymark build: there is no option `--ouput`; did you mean `--output`?", "build", "--ouput=x");
        wrongUsage("waymark build: there is no option `-x`", "build", "-x");
        wrongUsage(
                "waymark: there is no option `--project` before the command; write it after, as in"
                        + " `waymark build --project`",
                "--project",
                ".",
                "build");
        wrongUsage("waymark fix: unexpected argument `extra`", "fix", "extra");
        wrongUsage("waymark check: there is no file or folder `extra` in the project", "check", "extra");
        wrongUsage(
                "waymark check: there is no code `long-sentense`; did you mean `long-sentence`?",
                "check",
                "--rule",
                "long-sentense");
        wrongUsage("waymark list: there is no kind `servces`; did you mean `service`?", "list", "servces");
        wrongUsage(
                "waymark schema: there is no kind `x`; the kinds are case-study, category, glossary-term,"
                        + " organisation, page, service, gone-entry, route-ledger, synonym, bank-holidays, site",
                "schema",
                "x");
        wrongUsage(
                "waymark explain: there is no code `broken-lnik`; did you mean `broken-link`?",
                "explain",
                "broken-lnik");
        wrongUsage("waymark explain: there is no code `foo`; `waymark explain` lists them all", "explain", "foo");
        wrongUsage(
                "waymark explain: there is no code `a\uFFFD[31mb\uFFFDc`; `waymark explain` lists them all",
                "explain",
                "a\u001B[31mb\u202Ec");
    }

    @Test
    void saysWhatAnOptionMustBe() {
        wrongUsage(
                "waymark check: `--as-of` must be a date such as 2025-03-31, but found `31/3/25`; did you mean `2025-03-31`?",
                "check",
                "--as-of",
                "31/3/25");
        wrongUsage(
                "waymark check: `--as-of` must be a date such as 2025-03-31, but found `2025-02-30`; there is no such day in the calendar",
                "check",
                "-d",
                "2025-02-30");
        wrongUsage("waymark check: `--as-of` needs a value: DATE", "check", "--as-of");
        wrongUsage("waymark schema: KIND is missing", "schema");
        wrongUsage(
                "waymark check: `--format` must be one of `text`, `json`, `sarif`, `github`, `gitlab`,"
                        + " `junit`, `markdown`, `suggestions`, but found `jsn`; did you mean `json`?",
                "check",
                "--format",
                "jsn");
        wrongUsage(
                "waymark build: `--base-url` must be a web address that begins with https://, but found"
                        + " `example.org`; write `https://example.org`",
                "build",
                "--base-url",
                "example.org");
        wrongUsage(
                "waymark build: `--base-url` must be a web address that begins with https://, but found"
                        + " `javascript:alert(1)`; copy it from the address bar of a browser",
                "build",
                "-b",
                "javascript:alert(1)");
        wrongUsage(
                "waymark build: `--base-url` must be an address without `?` and `#`, but found"
                        + " `https://example.org/?a=b`; write `https://example.org/`",
                "build",
                "-b",
                "https://example.org/?a=b");
    }

    @Test
    void saysThatThereIsNoContent() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (String command : List.of("build", "check", "list")) {
            List<String> kind = command.equals("list") ? List.of("service") : List.of();
            var arguments = Stream.concat(Stream.of(command, "-p", empty.toString()), kind.stream());
            wrongUsage(
                    "waymark " + command + ": there is no folder `content` in " + empty
                            + "; go to the folder of your project, name it with --project, or start one with `waymark init`",
                    arguments.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "content/site", "content/../content/pages", "templates"})
    void refusesToPublishAmongItsSources(String place) throws IOException {
        Path output = project.resolve(place);
        Run run = onProject("build", "--output", output.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("waymark build: the site cannot be published to " + output), run.err());
        assertFalse(Files.exists(project.resolve("content/site")));
        assertFalse(Files.exists(project.resolve("templates")));
    }

    @Test
    void endsWithAnotherCodeWhenTheMachineFails() throws IOException {
        Files.writeString(site(), "a file");
        assertEquals(
                new Run(3, "", "waymark: cannot publish to " + site() + ": it is a file, not a folder\n"),
                onProject("build"));
    }

    @Test
    void refusesAFolderOfSomebodyElse() throws IOException {
        Files.writeString(Files.createDirectories(site()).resolve("letter.txt"), "dear");
        Run run = onProject("build");
        assertEquals(3, run.code());
        assertTrue(
                run.err().startsWith("waymark: cannot publish to " + site() + ": the folder is not empty"), run.err());
    }

    private void wrongUsage(String sentence, String... args) {
        Run run = run(args);
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        List<String> lines = run.err().lines().toList();
        assertEquals(sentence, lines.get(0));
        String command = sentence.substring(0, sentence.indexOf(':'));
        assertEquals(List.of("See " + command + " --help."), lines.subList(1, lines.size()));
    }

    @Test
    void listsWhatIsDue() throws IOException {
        insertField("content/services/extended-access.md", "review-by: 2025-02-01\nowner: Policy team\n");
        insertField("content/pages/introduction.md", "review-by: 2025-05-30\nexpire-on: 2025-03-01\n");
        insertField("content/case-studies/evening-hubs.md", "review-by: 2025-05-30\nexpire-on: 2025-04-01\n");
        writeEntry("content/pages/later.md", "title: Later\nsummary: It comes.\npublish-on: 2025-03-02\n");
        writeEntry("content/pages/draft.md", "title: A plan\nsummary: It may come.\ndraft: yes\nowner: Policy team\n");
        Run run = onProject("due", "--as-of", "2025-03-01");
        assertEquals("", run.err());
        assertEquals("""
                Overdue reviews
                2025-02-01  28 late    service     extended-access
                                       Extended access (Policy team)

                Reviews due by 2025-05-30
                2025-05-30  in 90      case study  evening-hubs
                                       Evening hubs for a county

                Published by 2025-05-30
                2025-03-02  in 1       page        later
                                       Later

                Expiring by 2025-05-30
                2025-04-01  in 31      case study  evening-hubs
                                       Evening hubs for a county

                Drafts
                                       page        draft
                                       A plan (Policy team)

                5 entries have no date for their review:
                  content/organisations/taurus-healthcare.yaml
                  content/pages/accessibility.md
                  content/pages/later.md
                  content/pages/licence.md
                  content/pages/privacy.md
                """, run.out());
        String markdown = onProject("due", "--as-of", "2025-03-01", "--format", "markdown")
                .out();
        assertTrue(
                markdown.startsWith("#### Overdue reviews\n\n- [ ] 2025-02-01, 28 days late: Extended access"
                        + " (Policy team), `content/services/extended-access.md`\n\n"),
                markdown);
        JsonNode json = onProject("due", "-d", "2025-03-01", "-f", "json", "--owner", "policy team")
                .json("due");
        assertEquals("2025-05-30", json.path("until").stringValue());
        assertEquals(1, json.path("items").size());
        JsonNode item = json.path("items").path(0);
        assertEquals("review", item.path("event").stringValue());
        assertEquals(-28, item.path("days").intValue());
        assertTrue(item.path("overdue").booleanValue());
        assertEquals("content/services/extended-access.md", item.path("path").stringValue());
        assertEquals("draft", json.path("drafts").path(0).path("id").stringValue());
        assertEquals(0, json.path("withoutReviewBy").intValue());
        JsonNode all = onProject("due", "-d", "2025-03-01", "-f", "json").json("due");
        assertEquals(5, all.path("withoutReviewBy").intValue());
        assertEquals(
                "later", all.path("entriesWithoutReviewBy").path(2).path("id").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"28d", "4w", "1m", "1 M", "0001Y"})
    void looksAheadByDaysWeeksMonthsAndYears(String within) throws IOException {
        insertField("content/services/extended-access.md", "review-by: 2025-03-28\n");
        assertTrue(
                onProject("due", "-d", "2025-02-28", "--within", within).out().contains("extended-access"));
        assertTrue(onProject("due", "-d", "2025-02-27", "--within", "28d").out().startsWith("Nothing is due"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "90", "-3d", "3 fortnights", "1.5y", "99999d", "٣d"})
    void refusesOtherTimes(String within) {
        Run run = onProject("due", "--within=" + within);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("such as 90d, 12w, 3m or 1y, but found `" + within + "`"), run.err());
    }

    @Test
    void knowsTheOwners() throws IOException {
        assertTrue(onProject("due", "--owner", "Policy").err().contains("; no entry has an `owner`"));
        insertField("content/services/extended-access.md", "owner: Policy team\n");
        assertTrue(onProject("due", "--owner", "Polcy team").err().contains("; did you mean `Policy team`?"));
    }

    @Test
    void writesACalendar() throws Exception {
        insertField("content/services/extended-access.md", "review-by: 2025-04-30\nowner: Policy, team; 'é' \\\\ é\n");
        Path file = folder.resolve("reviews.ics");
        String[] arguments = {"--calendar", file.toString(), "--as-of", "2025-03-01"};
        Run run = onProject("due", arguments);
        assertEquals("Wrote 1 event to " + file + ".\n", run.out());
        String text = Files.readString(file);
        assertEquals(0, onProject("due", arguments).code());
        assertEquals(text, Files.readString(file));
        assertTrue(text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75), text);
        assertEquals(text, text.replaceAll("(?<!\r)\n", "\r\n"));

        VEvent event;
        try (var in = Files.newInputStream(file)) {
            Calendar calendar = new CalendarBuilder().build(in);
            assertFalse(calendar.validate().hasErrors());
            event = (VEvent) calendar.getComponents().get(0);
        }
        assertEquals(
                "review.service.extended-access@directory.example.org",
                event.getUid().orElseThrow().getValue());
        assertEquals(LocalDate.of(2025, 4, 30), event.getDateTimeStart().getDate());
        assertEquals("20250301T000000Z", event.getDateTimeStamp().getValue());
        assertEquals("Review due: Extended access", event.getSummary().getValue());
        assertEquals(
                "content/services/extended-access.md\nOwner: Policy, team; 'é' \\ é",
                event.getDescription().getValue());
    }

    @Test
    void replacesNothingButCalendars() throws IOException {
        Path entry = project.resolve("content/services/extended-access.md");
        String before = Files.readString(entry);
        assertEquals(2, onProject("due", "--calendar", entry.toString()).code());
        assertEquals(before, Files.readString(entry));
        Path other = Files.writeString(folder.resolve("other.ics"), "Notes");
        Run run = onProject("due", "--calendar", other.toString());
        assertEquals(3, run.code());
        assertEquals("waymark: " + other + " exists and is not a calendar; nothing was written\n", run.err());
        assertEquals("Notes", Files.readString(other));
        Run nowhere =
                onProject("due", "--calendar", folder.resolve("no/such.ics").toString());
        assertTrue(nowhere.err().endsWith("its folder does not exist\n"), nowhere.err());
    }

    private void writeEntry(String path, String fields) throws IOException {
        Files.writeString(project.resolve(path), "---\n" + fields + "---\n\nText.\n");
    }

    /** Runs a command on the project, on a day on which nothing in it is out of date. */
    /** In commands with other options too, those follow these. */
    private Run shape(String... args) {
        return run(Stream.concat(
                        Stream.concat(Stream.of("shape"), Stream.of(args)),
                        Stream.of("--project", project.toString(), "--as-of", "2025-03-01"))
                .toArray(String[]::new));
    }

    private Run onProject(String command, String... args) {
        boolean hasDay = Stream.of(args).anyMatch(arg -> arg.equals("-d") || arg.startsWith("--as"));
        return run(Stream.of(
                        Stream.of(command, args.length % 2 == 0 ? "--project" : "-p", project.toString()),
                        hasDay ? Stream.<String>of() : Stream.of("--as-of", "2025-03-01"),
                        Stream.of(args))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    private Path site() {
        return project.resolve("site-output");
    }

    private String read(String path) throws IOException {
        return read(site().resolve(path));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void insertField(String path, String line) throws IOException {
        write(path, read(project.resolve(path)).replaceFirst("---\n", "---\n" + line));
    }

    private void makeError() throws IOException {
        String path = "content/case-studies/evening-hubs.md";
        write(path, read(project.resolve(path)).replace("extended-access", "extended-acess"));
    }

    private void makeWarning() throws IOException {
        String path = "content/pages/introduction.md";
        write(path, read(project.resolve(path)) + "\nSee [here](../services/extended-access.md).\n");
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static JsonNode withCode(JsonNode diagnostics, String code) {
        return diagnostics
                .valueStream()
                .filter(each -> each.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
