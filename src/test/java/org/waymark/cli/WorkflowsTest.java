package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.tool.edit.CodeHost;
import org.waymark.tool.edit.HostingFile;
import org.waymark.tool.edit.HostingFiles;
import org.waymark.tool.edit.Installation;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflows for GitHub and GitLab need few permissions, pin what they run, and call Waymark correctly. */
class WorkflowsTest {
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern COMMAND = Pattern.compile("(?m)^[ \\t]*(?:- )?(waymark [^#\\n]*)");

    private static final Installation RELEASE =
            new Installation.Release("https://example.org/waymark-ci.tar.gz", "0".repeat(64));

    @TempDir
    private static Path folder;

    /** What {@code waymark init --ci} writes for each host and installation, beside the files of this repository. */
    @BeforeAll
    static void writeFiles() throws IOException {
        for (CodeHost host : List.of(CodeHost.GITHUB, CodeHost.GITLAB)) {
            for (HostingFile file : new HostingFiles(host, "main", "Europe/London", RELEASE).all()) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
        }
    }

    static Stream<Path> roots() {
        return Stream.of(Path.of(""), folder);
    }

    static Stream<Path> workflows() throws IOException {
        return Stream.concat(files(Path.of(".github/workflows")), files(folder.resolve(".github/workflows")));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    static Stream<Path> actions() throws IOException {
        return Stream.concat(workflows(), roots().map(root -> root.resolve(".github/actions/waymark/action.yml")));
    }

    static Stream<Path> pipelines() {
        return roots().map(root -> root.resolve(".gitlab-ci.yml"));
    }

    /** Anything that runs next to the files of a change: GitLab checks them out by itself. */
    static Stream<Path> checkouts() throws IOException {
        var found = new ArrayList<Path>(pipelines().toList());
        for (Path workflow : workflows().toList()) {
            if (Files.readString(workflow).contains("actions/checkout")) {
                found.add(workflow);
            }
        }
        return found.stream();
    }

    static Stream<String> commands() throws IOException {
        var texts = new ArrayList<String>();
        for (Path file : Stream.of(workflows(), pipelines(), Stream.of(Path.of("src/docs/publishing.md")))
                .flatMap(files -> files)
                .toList()) {
            texts.add(Files.readString(file));
        }
        return texts.stream()
                .flatMap(text -> COMMAND.matcher(text).results())
                .map(found -> found.group(1).strip())
                .distinct();
    }

    /** The program's own repository uses what it writes for others: {@code waymark init --ci github .} updates it. */
    @ParameterizedTest
    @EnumSource(
            value = CodeHost.class,
            names = {"GITHUB", "GITLAB"})
    void areThoseThatInitWrites(CodeHost host) throws IOException {
        for (HostingFile file : new HostingFiles(host, "main", "Europe/London", new Installation.Sources()).all()) {
            if (file.upkeep() == HostingFile.Upkeep.REPLACED) {
                assertEquals(file.text(), Files.readString(Path.of(file.path())), file.path());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void pinsEachActionByItsCommit(Path file) throws IOException {
        List<String> used = Files.readString(file)
                .lines()
                .filter(line -> line.contains("uses:"))
                .map(line ->
                        line.substring(line.indexOf("uses:") + "uses:".length()).strip())
                .toList();
        used.forEach(action ->
                assertTrue(action.startsWith("./") || PINNED.matcher(action).matches(), file + ": " + action));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void asksForNothingThatItDoesNotNeed(Path file) throws IOException {
        JsonNode workflow = new YAMLMapper().readTree(Files.readString(file));
        assertEquals("{}", workflow.path("permissions").toString(), file + " asks for permissions for all jobs");
        workflow.path("jobs").properties().forEach(job -> {
            assertTrue(job.getValue().has("permissions"), file + ": " + job.getKey() + " states no permissions");
            assertTrue(job.getValue().has("timeout-minutes"), file + ": " + job.getKey() + " may run for hours");
        });
    }

    /** Untrusted input, such as the name of a branch, reaches scripts only as a variable. */
    @ParameterizedTest
    @MethodSource("actions")
    void putsNoExpressionIntoAScript(Path file) throws IOException {
        assertTrue(
                scripts(new YAMLMapper().readTree(Files.readString(file))).noneMatch(script -> script.contains("${{")));
    }

    private static Stream<String> scripts(JsonNode node) {
        Stream<String> here =
                node.path("run").isString() ? Stream.of(node.path("run").asString()) : Stream.of();
        return Stream.concat(here, node.valueStream().flatMap(WorkflowsTest::scripts));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givesWaymarkRightCommands(String line) {
        String plain = line.replaceAll("( \\|\\|| \\||;| >| 2>| &&).*", "")
                .replaceAll("\"\\$(BASE_URL/|CI_PAGES_URL/|FILES|PAGES)\"", "https://example.org/site/")
                .replaceAll("[\"$'`]", "");
        String[] arguments = plain.substring("waymark ".length()).strip().split(" +");
        var commandLine = new CommandLine(WaymarkCommand.class);
        WaymarkCommand.COMMANDS.forEach(commandLine::addSubcommand);
        assertDoesNotThrow(() -> commandLine.parseArgs(arguments));
    }

    @Test
    void findsCommands() throws IOException {
        assertTrue(commands().anyMatch(line -> line.startsWith("waymark build")));
    }

    /** The shell would follow a link of that name, which a checkout may contain. */
    @ParameterizedTest
    @MethodSource("checkouts")
    void writesThroughNoLink(Path workflow) throws IOException {
        String text = Files.readString(workflow);
        Matcher written = Pattern.compile("> ([a-z]+\\.md)\\b").matcher(text);
        while (written.find()) {
            assertTrue(
                    text.substring(0, written.start()).contains("rm -f " + written.group(1)),
                    workflow + ": " + written.group());
        }
    }
}
