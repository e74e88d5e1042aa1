package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.report.ReportFormat;
import org.waymark.report.WorkflowCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the program as a workflow does: in a folder of a repository, with its variables, and with reports to files. */
@Thorough("starts a process for each command")
class ReportCommandsTest {
    private static final String DAY = "2025-03-01";

    @TempDir
    private Path folder;

    private Path repository;
    private Path project;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("repository"));
        Files.createDirectory(repository.resolve(".git"));
        project = repository.resolve("sites/our site");
        TestProject.copySmall(project);
    }

    @Test
    void writesSeveralReportsBesidesWhatIsPrinted() throws Exception {
        makeError();
        Run run =
                run(Map.of(), "check", "--report", "sarif=a.sarif", "--report=junit=b=c.xml", "--report", "TEXT=d.txt");
        assertEquals(1, run.code());
        assertEquals("", run.err());
        assertEquals(read(project.resolve("d.txt")) + "Checked 9 entries: 1 error and no warnings.\n", run.out());
        JsonNode sarif = JsonMapper.builder().build().readTree(read(project.resolve("a.sarif")));
        assertEquals(
                "sites/our%20site/content/case-studies/evening-hubs.md",
                sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString());
        assertTrue(read(project.resolve("b=c.xml")).contains("failures=\"1\""));
    }

    @Test
    void writesReportsOfABuildThatFails() throws Exception {
        makeError();
        Run run = run(Map.of(), "build", "--report", "gitlab=quality.json");
        assertEquals(1, run.code());
        assertTrue(run.err().endsWith("Nothing was published: 1 error and no warnings.\n"), run.err());
        assertTrue(read(project.resolve("quality.json")).contains("\"path\":\"sites/our site/content/case-studies/"));
    }

    @Test
    void writesEveryFormOfACleanBuild() throws Exception {
        var arguments = new ArrayList<>(List.of("build"));
        for (ReportFormat format : ReportFormat.values()) {
            arguments.add("--report");
            arguments.add(format + "=report-" + format.ordinal());
        }
        assertEquals(0, run(Map.of(), arguments.toArray(String[]::new)).code());
        for (ReportFormat format : ReportFormat.values()) {
            assertEquals(
                    format == ReportFormat.TEXT || format == ReportFormat.GITHUB,
                    read(project.resolve("report-" + format.ordinal())).isEmpty(),
                    format.toString());
        }
    }

    @Test
    void printsAReportInsteadOfTheFindings() throws Exception {
        makeError();
        Run run = run(Map.of(), "check", "--report", "json=-");
        assertEquals(1, run.code());
        assertTrue(run.out().startsWith("{\"diagnostics\":[{"), run.out());
        assertFalse(Files.exists(project.resolve("-")));
    }

    @Test
    void rejectsImpossibleReportsBeforeItBegins() throws Exception {
        makeError();
        Files.createDirectory(project.resolve("folder"));
        assertSays(
                2, "`--report` must be a format and a file, such as `sarif=waymark.sarif`, but found `sarif`", "sarif");
        assertSays(
                2,
                "`--report` must be a format and a file, such as `sarif=waymark.sarif`, but found `sarif=`",
                "sarif=");
        assertSays(
                2,
                "`--report` must be one of `text`, `json`, `sarif`, `github`, `gitlab`, `junit`, `markdown`, `suggestions`, but found `sarf`;"
                        + " did you mean `sarif`?",
                "sarf=x");
        assertSays(
                2,
                "two reports would be written to folder/../x; give each a file of its own",
                "json=x",
                "sarif=folder/../x");
        assertSays(2, "a report cannot be written to content/x, which is in `content`", "json=content/x");
        assertSays(2, "a report cannot be written to templates/x, which is in `templates`", "json=templates/x");
        assertSays(3, "cannot write none/x: its folder does not exist", "json=none/x");
        assertSays(3, "cannot write folder: it is a folder, not a file", "json=folder");
        assertFalse(Files.exists(project.resolve("x")));
    }

    @Test
    void writesNoReportOverTheBaseline() throws Exception {
        assertEquals(
                0,
                run(Map.of(), "check", "--baseline", "known.yaml", "--write-baseline")
                        .code());
        String before = read(project.resolve("known.yaml"));
        Run run = run(Map.of(), "check", "--baseline", "known.yaml", "--report", "json=content/../known.yaml");
        assertEquals(2, run.code());
        assertTrue(
                run.err().contains(": a report would overwrite content/../known.yaml; give it a file of its own\n"),
                run.err());
        assertEquals(before, read(project.resolve("known.yaml")));
    }

    @Test
    void seesThroughLinksIntoTheContent() throws Exception {
        Files.createSymbolicLink(project.resolve("link"), project.resolve("content/pages"));
        assertSays(2, "a report cannot be written to link/x.md, which is in `content`", "json=link/x.md");
        assertFalse(Files.exists(project.resolve("content/pages/x.md")));
    }

    private void assertSays(int code, String sentence, String... reports) throws Exception {
        var args = new ArrayList<>(List.of("check"));
        Stream.of(reports).forEach(report -> args.addAll(List.of("--report", report)));
        Run run = run(Map.of(), args.toArray(String[]::new));
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(": " + sentence + "\n"), run.err());
        assertFalse(run.err().contains("error["), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list service", "due", "rename service extended-access longer-hours"})
    void rejectsFormatsOfFindingsWithoutFindings(String command) throws Exception {
        Run run = run(Map.of(), (command + " --format sarif").split(" "));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("`--format` must be one of `text`, `json`"), run.err());
    }

    @Test
    void takesTheWorkspaceAsRootWhereThereIsNoRepository() throws Exception {
        makeError();
        Files.delete(repository.resolve(".git"));
        String file = "file=our site/content/case-studies/evening-hubs.md,";
        for (String variable : List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR")) {
            Map<String, String> workspace =
                    Map.of(variable, repository.resolve("sites").toString());
            assertTrue(run(workspace, "check", "-f", "github").out().contains(file));
        }
        assertTrue(run(Map.of(), "check", "-f", "github").out().contains("file=content/case-studies/"));
        assertTrue(run(Map.of("GITHUB_WORKSPACE", "/nowhere"), "check", "-f", "github")
                .out()
                .contains("file=content/"));
    }

    @ParameterizedTest
    @EnumSource
    void letsNoLineOfTheContentBecomeACommand(ReportFormat format) throws Exception {
        writeHostileContent();
        Map<String, String> github = Map.of("GITHUB_ACTIONS", "true");
        Run run = run(github, "check", "-f", format.toString());
        assertEquals(1, run.code());
        List<WorkflowCommand> commands = (run.out() + run.err())
                .lines()
                .flatMap(line -> WorkflowCommand.in(line).stream())
                .toList();
        if (format == ReportFormat.GITHUB) {
            assertFalse(commands.isEmpty());
            assertTrue(commands.stream().allMatch(each -> each.properties().containsKey("title")), commands.toString());
        } else {
            assertEquals(List.of(), commands);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list page", "fix --dry-run", "list page -f json"})
    void letsNoCommandThroughFromOtherCommandsEither(String command) throws Exception {
        writeHostileContent();
        Run run = run(Map.of("GITHUB_ACTIONS", "true"), command.split(" "));
        assertEquals(
                List.of(),
                (run.out() + run.err())
                        .lines()
                        .flatMap(line -> WorkflowCommand.in(line).stream())
                        .toList());
        Run elsewhere = run(Map.of(), command.split(" "));
        boolean isThere = Stream.of("##[", "##\\u005b", "\n ::").anyMatch(elsewhere.out()::contains);
        assertTrue(isThere, elsewhere.out());
    }

    private void writeHostileContent() throws IOException {
        Path page = project.resolve("content/pages/introduction.md");
        Files.writeString(page, """
                ---
                title: "A ##[add-mask]page"
                summary: "::set-output name=x::y"
                review-by: 31/3/25
                allow:
                  - ::error::x
                ---
                ::error file=x::hello ##[set-env name=A]b

                 ::warning::See [here](##[error]x "::error::x") <b>now</b>.
                """);
    }

    @Test
    void addsToTheSummaryOfTheJob() throws Exception {
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "Before.\n");
        Map<String, String> github = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
        assertEquals(0, run(github, "build").code());
        makeError();
        assertEquals(1, run(github, "check").code());
        String text = read(summary);
        assertTrue(text.startsWith("Before.\n### Waymark\n\nPublished "), text);
        assertTrue(text.contains("\n### Waymark\n\nChecked 9 entries: 1 error and no warnings.\n"), text);
        assertTrue(text.contains("| error | `sites/our site/content/case-studies/evening-hubs.md:5` | "), text);
    }

    @Test
    void continuesIfTheSummaryCannotBeWritten() throws Exception {
        Run run = run(
                Map.of("GITHUB_STEP_SUMMARY", folder.resolve("none/summary.md").toString()), "check");
        assertEquals(0, run.code());
        assertTrue(run.err().startsWith("waymark: cannot write the job summary: cannot write "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private void makeError() throws IOException {
        Path file = project.resolve("content/case-studies/evening-hubs.md");
        Files.writeString(file, read(file).replace("extended-access", "extended-acess"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Runs the program as a process of its own, in the folder of the project. */
    private Run run(Map<String, String> variables, String... args) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "org.waymark.cli.Main"));
        command.addAll(List.of(args));
        if (!List.of(args).contains("-d")) {
            command.addAll(List.of("--as-of", DAY));
        }
        var builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_") || name.startsWith("CI_"));
        builder.environment().putAll(variables);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int code = process.waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath.split(File.pathSeparator))
                        .map(entry -> new File(entry).getAbsolutePath())
                        .toList());
    }
}
