package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;

/** On the command line, tolerates existing findings and nothing else. */
class BaselineCommandsTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path baseline;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copySmallDirectory() throws IOException {
        project = folder.resolve("project");
        baseline = project.resolve("baseline.yaml");
        TestProject.copySmall(project);
    }

    @Test
    void failsOnlyOnWhatIsNew() throws IOException {
        makeWarning();
        makeError();
        Run written = run("check", "--write-baseline");
        assertEquals(
                new Run(
                        0,
                        "Wrote " + baseline + ": 2 findings, of which 2 new; 0 fixed.\n"
                                + "Checked 9 entries: no warnings; 2 tolerated by " + baseline + ".\n",
                        ""),
                written);
        assertEquals(0, run("check", "--strict").code());
        change("content/pages/introduction.md", "---\n\n", "---\n\nA first line.\n\n");
        assertEquals(0, run("check", "--strict").code(), "lines have moved");
        makeWarning();
        Run again = run("check", "--strict");
        assertEquals(1, again.code());
        assertTrue(again.out().contains(": 1 warning; 2 tolerated by "), again.out());
        assertTrue(again.out().contains("vague-link-text"), again.out());
    }

    @Test
    void reportsWhatNoLongerOccursAtItsLineUntilTheListShrinks() throws IOException {
        makeWarning();
        run("check", "--write-baseline");
        change("content/pages/introduction.md", "[here]", "[extended access]");
        Run run = run("check");
        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("warning[unused-baseline]: "), run.out());
        assertTrue(run.out().contains(" --> baseline.yaml:5:11\n"), run.out());
        assertEquals(0, run("check", "--strict").code(), "mending a fault is not one");
        assertTrue(run("check", "--write-baseline").out().contains("no findings, of which 0 new; 1 fixed."));
        assertEquals(0, run("check", "--strict").code());
    }

    @Test
    void publishesNothingThatIsBroken() throws IOException {
        makeWarning();
        makeError();
        run("check", "--write-baseline");
        Run refused = run("build", "--strict");
        assertEquals(1, refused.code());
        assertTrue(
                refused.err()
                        .endsWith("Nothing was published: 1 error and no warnings; 1 tolerated by " + baseline
                                + "; 1 error in the baseline cannot be tolerated.\n"),
                refused.err());
        assertFalse(Files.exists(project.resolve("site-output")));
        change("content/case-studies/evening-hubs.md", "extended-acess", "extended-access");
        Run published = run("build");
        assertEquals(0, published.code(), published.err());
        assertTrue(published.out().contains(": 1 warning; 1 tolerated by "), published.out());
    }

    @Test
    void leavesDataForToolsAlone() throws IOException {
        makeWarning();
        run("check", "--write-baseline");
        Run run = run("check", "--format", "json");
        assertEquals("{\"diagnostics\":[],\"errors\":0,\"warnings\":0}\n", run.out());
        assertTrue(run.err().contains("1 tolerated"), run.err());
    }

    @Test
    void rejectsAFileThatIsNotABaseline() throws IOException {
        assertEquals(
                "waymark check: there is no baseline " + baseline + "; `waymark check --baseline " + baseline
                        + " --write-baseline` creates it",
                run("check").err().lines().findFirst().orElseThrow());
        Files.writeString(baseline, "# A file of mine\nkey: value\n");
        for (String[] args :
                List.of(new String[] {"check"}, new String[] {"check", "--write-baseline"}, new String[] {"build"})) {
            Run run = run(args);
            assertEquals(1, run.code());
            assertTrue(run.out().contains(" --> baseline.yaml:2:1\n"), run.out());
            assertEquals("Nothing was done: fix the baseline first.\n", run.err());
        }
        assertEquals("# A file of mine\nkey: value\n", Files.readString(baseline));
        var err = new StringWriter();
        assertEquals(
                2,
                WaymarkCommand.run(
                        new PrintWriter(err),
                        new PrintWriter(err),
                        "check",
                        "--write-baseline",
                        "-p",
                        project.toString()));
        assertTrue(err.toString().contains("`--write-baseline` needs `--baseline FILE`"), err.toString());
    }

    @Test
    void followsAFileThatIsRenamed() throws IOException {
        makeWarning();
        run("check", "--write-baseline");
        Files.move(project.resolve("content/pages/introduction.md"), project.resolve("content/pages/welcome.md"));
        Run run = run("check", "--strict");
        assertFalse(run.out().contains("vague-link-text"), run.out());
        assertFalse(run.out().contains("unused-baseline"), run.out());
        assertTrue(run.out().contains("1 tolerated"), run.out());
    }

    @Test
    void readsFromTheSettingsHowStrictToBe() throws IOException {
        makeWarning();
        Path site = project.resolve("content/site.yaml");
        Files.writeString(site, Files.readString(site) + "strict: yes\n");
        assertEquals(1, plain("check").code());
        assertEquals(1, plain("build").code());
        assertEquals(0, plain("check", "--no-strict").code());
        assertEquals(0, plain("check", "--exit-zero").code());
        Files.writeString(site, Files.readString(site) + "baseline: known/baseline.yaml\n");
        Files.createDirectories(project.resolve("known"));
        assertEquals(0, plain("check", "--write-baseline").code());
        assertTrue(Files.exists(project.resolve("known/baseline.yaml")));
        assertEquals(new Run(0, "", ""), plain("check", "--quiet"));
        assertEquals(new Run(0, "", ""), plain("build", "--quiet"));
        makeWarning();
        assertTrue(plain("check", "--quiet").out().contains("vague-link-text"));
        change("content/site.yaml", "known/baseline.yaml", "../baseline.yaml");
        Run outside = plain("check");
        assertEquals(1, outside.code());
        assertTrue(outside.out().contains("must be the path of a file below the project"), outside.out());
    }

    private Run run(String... args) {
        return plain(Stream.concat(Stream.of(args), Stream.of("--baseline", baseline.toString()))
                .toArray(String[]::new));
    }

    private Run plain(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(Stream.of(args), Stream.of("-p", project.toString(), "-d", "2025-03-01"))
                .toArray(String[]::new);
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    private void makeWarning() throws IOException {
        Path file = project.resolve("content/pages/introduction.md");
        Files.writeString(file, Files.readString(file) + "\nSee [here](../services/extended-access.md).\n");
    }

    private void makeError() throws IOException {
        change("content/case-studies/evening-hubs.md", "extended-access", "extended-acess");
    }

    private void change(String path, String from, String to) throws IOException {
        Path file = project.resolve(path);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
