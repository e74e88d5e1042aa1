package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.JsonOutput;
import org.waymark.Thorough;
import org.waymark.tool.changes.TestRepository;

/** Changes for readers, as reported on the command line. */
class ChangesCommandTest {
    @TempDir
    private Path project;

    private TestRepository repository;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void begin() throws IOException, GitAPIException {
        repository = TestRepository.in(project).write("README.md", "No content yet.");
        repository.commit("zero");
        repository.withSmallDirectory("").commit("one");
    }

    @AfterEach
    void end() {
        repository.close();
    }

    private Run run(String... arguments) {
        return runIn(project, arguments);
    }

    private static Run runIn(Path project, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of("changes", "--project", project.toString(), "--as-of", "2025-03-01"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void saysThatNothingChanged() {
        Run run = run("--since", "HEAD");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().matches("Nothing changed since HEAD \\([0-9a-f]{10}\\)\\.\n"), run.out());
    }

    @Test
    void countsWhatIsNotCommittedToo() throws IOException {
        repository.write("content/organisations/one-care.yaml", "name: One Care\nkind: x\nplace: x\nregion: London\n");
        Run run = run("--since", "HEAD");
        assertTrue(run.out().contains("Added (1)\n  One Care (organisation, one-care)\n"), run.out());
        assertTrue(run("--since", "HEAD", "--until", "HEAD").out().startsWith("Nothing changed from HEAD ("));
    }

    @Test
    void addsEverythingToWhatWasNotThere() {
        Run run = run("--since", "HEAD~1", "-f", "json");
        assertEquals(0, run.code(), run.err());
        JsonOutput.assertValid("changes", run.out());
        assertTrue(run.out().contains("\"added\" : 10,"), run.out());
        assertTrue(run.out().contains("\"goneErrors\" : 0,"), run.out());
        assertTrue(run("--since", "HEAD", "--until", "HEAD~1", "--exact").out().contains("8 entries removed"));
    }

    @Test
    void checksOnlyWhatAChangeTouches() throws IOException, GitAPIException {
        repository
                .write("content/pages/old.md", "---\ntitle: Old\nsummary: Old.\n---\n\nSee [this](nowhere.md).\n")
                .commit("an old mistake");
        repository.write("content/pages/new.md", "---\ntitle: New\nsummary: New.\n---\n\nSee [that](nowhere.md).\n");
        Files.delete(project.resolve("content/organisations/taurus-healthcare.yaml"));
        Run run = check("--since", "HEAD", "--show-all");
        assertEquals(1, run.code(), run.err());
        assertTrue(run.out().contains("--> content/pages/new.md:"), run.out());
        // The cause is here, although the file is not.
        assertTrue(run.out().contains("--> content/case-studies/evening-hubs.md:"), run.out());
        assertTrue(!run.out().contains("--> content/pages/old.md:"), run.out());
        assertTrue(run.out().matches("(?s).* since HEAD, and \\d+ older\\.\n"), run.out());
        repository.commit("both");
        assertEquals(0, check("--since", "HEAD").code());
        assertEquals(1, check("--since", "HEAD~2").code());
        assertEquals(2, check("--since", "nothing").code());
    }

    private Run check(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of("check", "--project", project.toString(), "--as-of", "2025-03-01"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return new Run(
                WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all), out.toString(), err.toString());
    }

    @Test
    void leavesOutWhatOthersDidMeanwhile() throws IOException, GitAPIException {
        repository.git().checkout().setCreateBranch(true).setName("mine").call();
        repository.write("content/pages/mine.md", "---\ntitle: Mine\nsummary: Mine.\n---\n\nText of my own.\n");
        repository.commit("mine");
        repository.git().checkout().setName("main").call();
        repository.write("content/pages/theirs.md", "---\ntitle: Theirs\nsummary: Theirs.\n---\n\nAnother text.\n");
        repository.commit("theirs");
        repository.git().checkout().setName("mine").call();
        String out = run("--since", "main").out();
        assertTrue(out.contains("Mine (page, mine)") && !out.contains("Theirs"), out);
        assertTrue(run("--since", "main", "--exact").out().contains("Removed (1)\n  Theirs (page, theirs)"));
    }

    @Test
    void continuesIfTheContentIsBroken() throws IOException, GitAPIException {
        repository
                .write("content/pages/introduction.md", "---\ntitle: [\n---\n")
                .commit("broken");
        repository.write("content/site.yaml", "title");
        Run run = run("--since", "HEAD~1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Entries that cannot be read (2)"), run.out());
        assertTrue(run.out().contains("cannot be read now: "), run.out());
        run = run("--since", "HEAD");
        assertTrue(run.out().contains("Entries that cannot be read (1)"), run.out());
    }

    @Test
    void endsWithASentenceWhereThereIsNothingToCompare() throws IOException {
        assertUsage(run("--since", "mian"), "did you mean `main`?");
        assertUsage(run("--since", "HEAD", "--file-url", "https://a/)["), "a URL must begin with");
        assertUsage(run(), "`--since` is missing: write `--since=REV`");
        assertUsage(
                run("--since", "HEAD", "--format", "sarif"), "`--format` must be one of `text`, `markdown`, `json`");
        assertUsage(runIn(project.resolve(".git"), "--since", "HEAD"), "there is no folder `content`");
        Files.createDirectory(project.resolve("empty"));
        assertUsage(
                runIn(project.resolve("empty"), "--since", "HEAD", "--until", "HEAD"),
                "neither revision has a folder `content`");
    }

    private static void assertUsage(Run run, String sentence) {
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(sentence), run.err());
        assertTrue(run.err().endsWith("\nSee waymark changes --help.\n"), run.err());
    }

    @Test
    @Thorough("changes hundreds of entries")
    void staysWithinWhatACommentMayHold() throws IOException {
        for (int i = 0; i < 900; i++) {
            repository.write(
                    "content/pages/page-" + i + ".md",
                    "---\ntitle: \"@team " + "*".repeat(60) + i + "\"\nsummary: \"" + "<b>#1 ".repeat(20)
                            + "\"\n---\n\nText.\n");
        }
        String comment = run("--since", "HEAD", "--format", "markdown").out();
        assertTrue(comment.length() <= 60_000, "length: " + comment.length());
        assertTrue(comment.length() > 50_000, "length: " + comment.length());
        assertTrue(comment.contains("900 entries added"), comment);
        assertTrue(comment.contains("\n- … and "), comment);
        assertEquals(count(comment, "<details>"), count(comment, "</details>"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
