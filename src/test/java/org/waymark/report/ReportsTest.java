package org.waymark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.Thorough;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks every report format as its consumer reads it: with its schema, a parser, or GitHub's runner. */
class ReportsTest {
    /** What might end a string, an attribute, a line or an element, and what might begin a command. */
    private static final String HOSTILE =
            "a \u0000\u001B[31m\u0085 \u202Eevil\u2066 \uD800 \uFFFE ]]> --> &<b>\"'`x`|\\ "
                    + "%0A::error::x\n::set-output name=a::b\r##[error]c \u2028 \t [y](1) {0} 😀 @you #1 https://example.org $x$";

    private static final String PATH = "content/pages/über uns, 100%.md";
    private static final SourceFile FILE = SourceFile.of(PATH, "one " + HOSTILE + "\n😀 two\nthree two\nfour\n");

    private static final Diagnostic FIRST = Diagnostic.of(Codes.BROKEN_LINK, span(3, 4, 7), HOSTILE, HOSTILE)
            .withNote(span(5, 1, 6), HOSTILE)
            .withFix(Optional.of(Fix.certain(HOSTILE, new Edit(span(3, 4, 7), HOSTILE))));
    private static final Diagnostic WHOLE = Diagnostic.of(Codes.MISSING_FIELD, Span.startOf(PATH), "a page needs `x`");
    private static final Diagnostic DOUBTFUL = Diagnostic.of(Codes.VAGUE_LINK_TEXT, span(5, 7, 10), "vague")
            .withFix(Optional.of(Fix.possible("Guess", new Edit(span(5, 7, 10), "x"))));
    private static final Diagnostic LONG = Diagnostic.of(Codes.LONG_PARAGRAPH, new Span(PATH, 1, 1, 3, 4), "too long");
    private static final List<Diagnostic> ALL = List.of(WHOLE, LONG, FIRST, DOUBTFUL);

    private static Span span(int line, int from, int to) {
        return new Span(PATH, line, from, line, to);
    }

    private static ReportContext context(List<Diagnostic> findings) {
        Map<String, SourceFile> files = Map.of(PATH, FILE);
        return new ReportContext(files, new Fingerprints(findings, files), "sites/a b/", false);
    }

    private static String render(ReportFormat format, List<Diagnostic> findings) {
        return format.report(context(findings)).render(findings);
    }

    @Test
    void writesSarifThatIsValidByItsSchema() throws IOException {
        Schema schema;
        try (var in = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
        for (List<Diagnostic> findings : List.of(ALL, List.<Diagnostic>of())) {
            String sarif = render(ReportFormat.SARIF, findings);
            assertEquals(List.of(), schema.validate(sarif, InputFormat.JSON));
        }
        String broken = render(ReportFormat.SARIF, ALL).replace("\"startLine\":1", "\"startLine\":0");
        assertFalse(schema.validate(broken, InputFormat.JSON).isEmpty());
    }

    @Test
    void writesSarifWithLocationMessageAndFix() {
        Run run = sarif(ALL);
        assertEquals("utf16CodeUnits", run.getColumnKind().value());
        List<String> ids = JsonMapper.builder()
                .build()
                .readTree(render(ReportFormat.SARIF, ALL))
                .at("/runs/0/tool/driver/rules")
                .valueStream()
                .map(rule -> rule.get("id").asString())
                .toList();
        assertEquals(List.of("missing-field", "broken-link", "vague-link-text", "long-paragraph"), ids);
        Map<String, ReportingDescriptor> rules = run.getTool().getDriver().getRules().stream()
                .collect(Collectors.toMap(ReportingDescriptor::getId, rule -> rule));
        for (Result result : run.getResults()) {
            ReportingDescriptor rule = rules.get(ids.get(result.getRuleIndex()));
            assertEquals(rule.getId(), result.getRuleId());
            assertEquals(
                    rule.getDefaultConfiguration().getLevel().value(),
                    result.getLevel().value());
            assertTrue(rule.getHelp().getMarkdown().startsWith("# " + rule.getId() + "\n"));
            assertFalse(rule.getFullDescription().getText().isBlank());
            var place = result.getLocations().get(0).getPhysicalLocation().getArtifactLocation();
            assertEquals("%SRCROOT%", place.getUriBaseId());
            assertTrue(run.getOriginalUriBaseIds().getAdditionalProperties().containsKey(place.getUriBaseId()));
            assertEquals("sites/a b/" + PATH, URI.create(place.getUri()).getPath());
            assertEquals("sites/a%20b/content/pages/%C3%BCber%20uns%2C%20100%25.md", place.getUri());
            assertFalse(result.getMessage().getText().contains("]("));
        }
        Result first = result(run, "broken-link");
        assertTrue(first.getMessage().getText().contains("{{0}}"));
        assertTrue(first.getFixes().iterator().next().getDescription().getText().contains("{{0}}"));
        Region region = first.getLocations().get(0).getPhysicalLocation().getRegion();
        assertEquals(List.of(3, 4, 3, 7), places(region));
        Location related = first.getRelatedLocations().iterator().next();
        assertEquals(List.of(5, 1, 5, 6), places(related.getPhysicalLocation().getRegion()));
        var replacement = first.getFixes()
                .iterator()
                .next()
                .getArtifactChanges()
                .iterator()
                .next()
                .getReplacements()
                .get(0);
        assertEquals(List.of(3, 4, 3, 7), places(replacement.getDeletedRegion()));
        assertTrue(replacement.getInsertedContent().getText().startsWith("a \u0000\u001B[31m"));
        assertTrue(replacement.getInsertedContent().getText().contains(" {0} "));
        assertTrue(result(run, "vague-link-text").getFixes() == null
                || result(run, "vague-link-text").getFixes().isEmpty());
        assertEquals(
                1,
                result(run, "missing-field")
                        .getLocations()
                        .get(0)
                        .getPhysicalLocation()
                        .getRegion()
                        .getStartLine());
    }

    @Thorough("reports more than GitHub accepts")
    @Test
    void leavesOutOfSarifWhatGithubWouldRefuse() {
        List<Diagnostic> many = Stream.concat(
                        IntStream.rangeClosed(1, 26_000).mapToObj(i -> finding(Codes.LONG_SENTENCE, i)),
                        Stream.of(finding(Codes.BROKEN_LINK, 1)))
                .toList();
        String sarif = render(ReportFormat.SARIF, many);
        List<Result> results = run(sarif).getResults();
        assertEquals(25_000, results.size());
        assertEquals("broken-link", results.get(0).getRuleId());
        String omission = "The SARIF report has 25,000 of 26,001 findings, errors first, since GitHub accepts no more";
        assertEquals(
                Optional.of(omission), ReportFormat.SARIF.report(context(many)).omission(many));
        assertTrue(sarif.contains("\"text\":\"" + omission + ".\""));
        assertEquals(Optional.empty(), ReportFormat.SARIF.report(context(ALL)).omission(ALL));
    }

    @Thorough("reports more than GitHub accepts")
    @Test
    void keepsSarifSmallEnoughForGithub() {
        var random = new Random(1);
        List<Diagnostic> many = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> {
                    byte[] noise = new byte[20_000];
                    random.nextBytes(noise);
                    return Diagnostic.of(
                            i == 500 ? Codes.BROKEN_LINK : Codes.LONG_SENTENCE,
                            new Span(PATH, i, 1, i, 2),
                            Base64.getEncoder().encodeToString(noise));
                })
                .toList();
        var context = new ReportContext(Map.of(), new Fingerprints(many, Map.of()), "", false);
        String sarif = ReportFormat.SARIF.report(context).render(many);
        assertTrue(sarif.contains("\"text\":\"The SARIF report has "));
        assertTrue(sarif.contains("\"ruleId\":\"broken-link\""));
    }

    @Test
    void writesCommandsThatGithubReadsAsTheyWereMeant() {
        List<WorkflowCommand> commands = render(ReportFormat.GITHUB, ALL)
                .lines()
                .map(line -> WorkflowCommand.in(line).orElseThrow())
                .toList();
        assertEquals(
                List.of("error", "error", "warning", "warning"),
                commands.stream().map(WorkflowCommand::name).toList());
        assertEquals(
                Map.of("file", "sites/a b/" + PATH, "line", "1", "title", "missing-field"),
                commands.get(0).properties());
        assertEquals(
                Map.of(
                        "file",
                        "sites/a b/" + PATH,
                        "line",
                        "3",
                        "endLine",
                        "3",
                        "col",
                        "4",
                        "endColumn",
                        "7",
                        "title",
                        "broken-link"),
                commands.get(1).properties());
        String sentence = FindingText.sentence(HOSTILE);
        assertEquals(sentence + " " + sentence, commands.get(1).data());
        assertTrue(sentence.contains(" %0A::error::x"), sentence);
        assertEquals("3", commands.get(2).properties().get("endLine"));
        assertFalse(commands.get(2).properties().containsKey("col"), "GitHub refuses columns on several lines");
    }

    @Test
    void printsNoWorkflowCommandsOnGithub() {
        var finding = Diagnostic.of(
                Codes.BROKEN_LINK,
                Span.startOf("content/a\u001B[2Jb.md"),
                "one \u001B[31m two \u202E three \u0007 four\nfive \u009B six",
                "help \u001B]8;;https://example.org\u0007");
        String text = render(ReportFormat.GITHUB, List.of(finding));
        assertTrue(text.stripTrailing().chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202E), text);
        assertEquals(1, text.lines().count());
    }

    @Test
    void showsTheTenWorstOnGithubAndSaysWhatIsLeft() {
        List<Diagnostic> many = Stream.of(
                        IntStream.rangeClosed(1, 12).mapToObj(i -> finding(Codes.BROKEN_LINK, i)),
                        Stream.of(finding(Codes.INVALID_YAML, 13)),
                        IntStream.rangeClosed(1, 11).mapToObj(i -> finding(Codes.LONG_SENTENCE, i)))
                .flatMap(each -> each)
                .toList();
        List<WorkflowCommand> commands = render(ReportFormat.GITHUB, many)
                .lines()
                .map(line -> WorkflowCommand.in(line).orElseThrow())
                .toList();
        assertEquals(21, commands.size());
        assertTrue(commands.subList(0, 10).stream()
                .anyMatch(command -> command.properties().get("title").equals("invalid-yaml")));
        assertEquals(
                10,
                commands.stream().filter(each -> each.name().equals("warning")).count());
        assertEquals("notice", commands.get(20).name());
        assertEquals(
                "Not shown here, since GitHub shows only 10 of each: 3 errors and 1 warning."
                        + " The summary of this job lists them, as does `waymark check`.",
                commands.get(20).data());
    }

    @Test
    void writesForGitlabWhatItsDocumentationAsksFor() {
        JsonNode issues = JsonMapper.builder().build().readTree(render(ReportFormat.GITLAB, ALL));
        assertEquals(4, issues.size());
        var fingerprints = new HashSet<String>();
        for (JsonNode issue : issues) {
            assertEquals(
                    List.of("description", "check_name", "fingerprint", "severity", "location"),
                    List.copyOf(issue.propertyNames()));
            assertTrue(issue.get("fingerprint").asString().matches("[0-9a-f]{32}"));
            assertTrue(fingerprints.add(issue.get("fingerprint").asString()));
            assertEquals("sites/a b/" + PATH, issue.at("/location/path").asString());
            assertTrue(issue.at("/location/lines/begin").isInt());
            assertTrue(
                    List.of("critical", "minor").contains(issue.get("severity").asString()));
        }
        assertEquals("[]\n", render(ReportFormat.GITLAB, List.of()));
    }

    @Test
    void writesTestsThatMavenReads() throws Exception {
        ReportTestSuite suite = junit(render(ReportFormat.JUNIT, ALL)).get(0);
        assertEquals(4, suite.getNumberOfTests());
        assertEquals(2, suite.getNumberOfFailures());
        assertEquals(2, suite.getNumberOfSkipped());
        ReportTestCase failed = suite.getTestCases().stream()
                .filter(each -> each.getName().startsWith("broken-link"))
                .findFirst()
                .orElseThrow();
        assertTrue(failed.hasFailure());
        assertEquals("broken-link", failed.getFailureType());
        assertEquals(FindingText.of(FIRST), failed.getFailureMessage());
        assertTrue(failed.getFailureDetail().contains(PATH + ":3:4"), failed.getFailureDetail());
        String strict = ReportFormat.JUNIT
                .report(new ReportContext(Map.of(PATH, FILE), new Fingerprints(ALL, Map.of()), "", true))
                .render(ALL);
        assertEquals(4, junit(strict).get(0).getNumberOfFailures());
    }

    @Test
    void distinguishesEqualFindingsInJunit() throws Exception {
        var twice = List.of(finding(Codes.BROKEN_LINK, 1), finding(Codes.BROKEN_LINK, 2));
        List<String> names = junit(render(ReportFormat.JUNIT, twice)).get(0).getTestCases().stream()
                .map(ReportTestCase::getName)
                .toList();
        assertEquals(2, new HashSet<>(names).size(), names.toString());
    }

    @Test
    void hasOneTestThatPassesWhereNothingIsWrong() throws Exception {
        ReportTestSuite suite = junit(render(ReportFormat.JUNIT, List.of())).get(0);
        assertEquals(1, suite.getNumberOfTests());
        assertTrue(suite.getTestCases().get(0).isSuccessful());
    }

    @Test
    void escapesTheSummaryOfAJob() {
        String markdown = JobSummary.of("Checked `" + HOSTILE + "`.", ALL, context(ALL));
        assertEquals(6 + ALL.size() + 1, markdown.lines().count(), markdown);
        for (String line :
                markdown.lines().skip(6).filter(line -> !line.isEmpty()).toList()) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            assertEquals(5, cells.length, line);
            for (String cell : cells) {
                MarkdownEscaperTest.assertHarmless(cell.replace("\\|", "|").strip());
            }
        }
        var shown = TextContentRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(markdown));
        assertTrue(shown.contains("https://example.org"), shown);
    }

    @Test
    void boundsTheSummaryOfAJob() {
        List<Diagnostic> many = IntStream.rangeClosed(1, 30_000)
                .mapToObj(i -> Diagnostic.of(Codes.BROKEN_LINK, span(i, 1, 2), "😀|".repeat(3000)))
                .toList();
        String markdown = JobSummary.of("Checked.", many, ReportContext.of(many, Map.of()));
        assertTrue(markdown.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
        assertTrue(markdown.matches("(?s).*\nThere are 29[0-9]{3} more\\. `--format json` lists all\\.\n\n"));
    }

    @ParameterizedTest
    @EnumSource
    void letsNoCommandThroughInAnyForm(ReportFormat format) {
        List<Diagnostic> findings = List.of(WHOLE, FIRST);
        String report = render(format, findings);
        List<WorkflowCommand> commands = report.lines()
                .flatMap(line -> WorkflowCommand.in(line).stream())
                .toList();
        if (format == ReportFormat.GITHUB) {
            assertTrue(commands.stream().allMatch(each -> each.name().equals("error")), report);
        } else if (format != ReportFormat.TEXT) { // which is printed for people, by a printer that takes care of this
            assertEquals(List.of(), commands);
        }
    }

    @Test
    void recognisesFindingsWhenLinesMove() {
        String before = "# One\n\nthe the\n\nSee [here](x) and [here](y).\n";
        List<String> old =
                fingerprints(before, before.indexOf("the the"), before.indexOf("here"), before.lastIndexOf("here"));
        String after = "A line.\r\n\r\n# One\r\n\r\nthe\r\nthe\r\n\r\n\r\nSee [here](x) and [here](y).\r\n";
        String text = after.replace("\r\n", "\n");
        List<String> now =
                fingerprints(after, text.indexOf("the\nthe"), text.indexOf("here"), text.lastIndexOf("here"));
        assertEquals(old, now);
        assertEquals(3, new HashSet<>(old).size());
    }

    @Test
    void distinguishesFindingsByCodePathAndText() {
        var finding = Diagnostic.of(Codes.BROKEN_LINK, span(3, 4, 7), "x");
        String fingerprint = fingerprint(finding);
        assertEquals(fingerprint, fingerprint(Diagnostic.of(Codes.BROKEN_LINK, span(3, 4, 7), "in other words")));
        assertNotEquals(fingerprint, fingerprint(Diagnostic.of(Codes.UNSAFE_LINK, span(3, 4, 7), "x")));
        assertNotEquals(fingerprint, fingerprint(Diagnostic.of(Codes.BROKEN_LINK, span(3, 4, 8), "x")));
        assertNotEquals(fingerprint(WHOLE), fingerprint(Diagnostic.of(WHOLE.code(), WHOLE.span(), "a page needs `y`")));
        var unknown = new Fingerprints(List.of(finding), Map.of());
        assertThrows(IllegalArgumentException.class, () -> unknown.of(WHOLE));
    }

    @Test
    void writesTheSameNameForAFileOnEverySystem() {
        var composed = Diagnostic.of(Codes.BROKEN_LINK, Span.startOf("content/pages/\u00FCber.md"), "x");
        var decomposed = Diagnostic.of(Codes.BROKEN_LINK, Span.startOf("content/pages/u\u0308ber.md"), "x");
        assertEquals(fingerprint(composed), fingerprint(decomposed));
    }

    private static Diagnostic finding(Code code, int line) {
        return Diagnostic.of(code, span(line, 1, 2), "wrong");
    }

    private static String fingerprint(Diagnostic finding) {
        return new Fingerprints(List.of(finding), Map.of(PATH, FILE)).of(finding);
    }

    private static List<String> fingerprints(String text, int doubled, int one, int two) {
        SourceFile file = SourceFile.of(PATH, text);
        List<Diagnostic> findings = List.of(
                Diagnostic.of(Codes.DOUBLED_WORD, file.span(doubled, doubled + "the the".length()), "x"),
                Diagnostic.of(Codes.VAGUE_LINK_TEXT, file.span(one, one + 4), "x"),
                Diagnostic.of(Codes.VAGUE_LINK_TEXT, file.span(two, two + 4), "x"));
        var fingerprints = new Fingerprints(findings, Map.of(PATH, file));
        return findings.stream().map(fingerprints::of).toList();
    }

    private static Run sarif(List<Diagnostic> findings) {
        return run(render(ReportFormat.SARIF, findings));
    }

    private static Run run(String sarif) {
        return JsonMapper.builder()
                .build()
                .readValue(sarif, SarifSchema210.class)
                .getRuns()
                .get(0);
    }

    private static Result result(Run run, String code) {
        return run.getResults().stream()
                .filter(each -> each.getRuleId().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> places(Region region) {
        return List.of(region.getStartLine(), region.getStartColumn(), region.getEndLine(), region.getEndColumn());
    }

    private static List<ReportTestSuite> junit(String xml) throws Exception {
        var in = new InputStreamReader(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        return new ArrayList<>(new TestSuiteXmlParser(new NullConsoleLogger()).parse(in));
    }
}
