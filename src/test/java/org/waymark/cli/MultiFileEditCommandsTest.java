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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.JsonOutput;
import org.waymark.TestProject;

/** The commands that change several files, on a small directory of their own. */
class MultiFileEditCommandsTest {
    @TempDir
    private Path project;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copySmallDirectory() throws IOException {
        Path base = TestProject.resource("/spec-base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, project.resolve(base.relativize(file).toString()));
            }
        }
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--project", project.toString()))
                .toArray(String[]::new);
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(code, out.toString(), err.toString());
    }

    private Map<String, String> files() throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(project.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void recordsReviewsAndLeavesTheRestAsTyped() throws IOException {
        Path kind =
                Files.createDirectories(project.resolve("content/shape/kinds")).resolve("organisation.yaml");
        Files.writeString(kind, "extends: shape\nreview: {every: 90d, by: owner}\n");
        Path entry = project.resolve("content/organisations/taurus-healthcare.yaml");
        String before =
                "# Ask Ann.\n" + Files.readString(entry).replace("place:", "place:   ") + "owner: Ann # or Bob\n";
        Files.writeString(entry, before + "review-by: 2025-01-01\n");
        Map<String, String> files = files();
        String[] review = {
            "review", "organisation/taurus-healthcare", "--by", "ann", "--as-of", "2025-03-01", "--evidence"
        };
        Run run = run(with(review, "https://example.org/?a=1#hours", "--dry-run"));
        assertTrue(run.out().contains("+reviewed: 2025-03-01\n"), run.out() + run.err());
        assertEquals(files, files());
        run = run(with(review, "https://example.org/?a=1#hours"));
        assertEquals("", run.err());
        assertEquals("""
                Changed content/organisations/taurus-healthcare.yaml (4 edits)
                Recorded the review of `organisation/taurus-healthcare` by ann. The next one is due by 2025-05-30.
                """, run.out());
        String after = Files.readString(entry);
        assertEquals(
                before.lines().toList(),
                after.lines().filter(line -> !line.startsWith("review")).toList());
        assertTrue(after.contains("\nreview-by: 2025-05-30\n"), after);
        assertTrue(after.contains("\nreview-evidence: https://example.org/?a=1#hours\n"), after);
        assertTrue(run("due", "--as-of", "2025-05-31").out().contains("2025-05-30  1 late"));

        Map<String, String> wrong = Map.ofEntries(
                Map.entry(" ", "`--evidence` is empty"),
                Map.entry("https://exa mple", ""),
                Map.entry("http://", "must be"),
                Map.entry("x".repeat(301), "at most 300"));
        wrong.forEach((evidence, message) -> {
            Run refused = run(with(review, evidence, "--dry-run"));
            assertTrue(refused.err().contains(message), refused.err());
            assertEquals(message.isEmpty() ? 0 : 2, refused.code());
        });
        refuses("only its owner `Ann` may vouch for `organisation/taurus-healthcare`, but found `Bob`", "--by", "Bob");
        refuses("`--by` is empty", "--by", " ");
        refuses("the review of 2025-03-02 is in the future; today is 2025-03-01", "--on", "2025-03-02");
        refuses("the entry was reviewed later than that, on 2025-03-01", "--on", "2025-02-28");
        refuses("`--on` must be a date such as 2025-03-31, but found `yesterday`", "--on", "yesterday");
        refuses("`--next` must be a day or more", "--next", "0d");
        refuses("`--next` must be a number of days", "--next", "90");
        Files.writeString(entry, after.replace("owner: Ann # or Bob\n", ""));
        refuses(
                "only its owner may vouch for `organisation/taurus-healthcare`, but it has none; write who",
                "--on=2025-03-01");
        Files.delete(kind);
        Files.writeString(entry, before + "review-by: 2025-01-01\n");
        refuses("nothing says when the next review is due; add `--next`", "--on=2025-03-01");
        run = run("review", "service", "--by", "Ann", "--evidence", "x");
        assertTrue(run.err().contains("must be a kind and an id"), run.err());
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private void refuses(String message, String... options) {
        String[] all = with(
                new String[] {"review", "organisation/taurus-healthcare", "--evidence", "asked", "--as-of", "2025-03-01"
                },
                options);
        Run run = run(List.of(options).contains("--by") ? all : with(all, "--by", "Ann"));
        assertEquals(2, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void renamesAndSaysWhatHasChanged() throws IOException {
        Run run = run("rename", "service", "extended-access", "evening-care");
        assertEquals("", run.err());
        assertEquals("""
                Changed content/case-studies/evening-hubs.md (1 edit)
                Moved content/services/extended-access.md to content/services/evening-care.md (1 edit)
                Renamed `service/extended-access` to `evening-care`. Its old address redirects to the new one.
                """, run.out());
        assertEquals(0, run("check").code());
        assertTrue(files().containsKey("content/services/evening-care.md"));
    }

    @Test
    void removesWhatGitDoesNotKnowOnlyIfToldTo() throws Exception {
        Path added = project.resolve("content/services/new-one.md");
        try (Git git = Git.init().setDirectory(project.toFile()).call()) {
            git.add().addFilepattern(".").call();
            Files.writeString(
                    added, "---\nname: New one\nsummary: It is new.\ncategory: enhanced-services\n---\n\nText.\n");
            Run run = run("retire", "service", "new-one", "--gone", "It ended.");
            assertEquals(2, run.code());
            assertTrue(
                    run.err()
                            .startsWith(
                                    "waymark retire: content/services/new-one.md is not in Git, and cannot be restored once"
                                            + " it is removed; commit it first, or add --yes\n"),
                    run.err());
            assertTrue(Files.exists(added));
            assertEquals(0, run("retire", "service", "new-one", "--dry-run").code());
            Run told = run("retire", "service", "new-one", "--gone", "It ended.", "--yes");
            assertEquals("""
                    Removed content/services/new-one.md
                    Retired `service/new-one`. It was not published, so nothing is left at its address.
                    """, told.out());
            assertFalse(Files.exists(project.resolve("content/gone.yaml")), "readers never saw it");
            assertFalse(Files.exists(added));
        }
    }

    @Test
    void leavesNoNoticeOfADraft() throws IOException {
        Files.writeString(
                project.resolve("content/services/new-one.md"),
                "---\nname: New one\nsummary: It is new.\ncategory: enhanced-services\ndraft: yes\n---\n\nText.\n");
        assertEquals(0, run("retire", "service", "new-one").code());
        assertFalse(Files.exists(project.resolve("content/gone.yaml")));
    }

    @Test
    void acceptsAFileAsTheIdOfItsEntry() throws IOException {
        assertEquals(
                0,
                run("rename", "services", "content/services/extended-access.md", "b")
                        .code());
        assertTrue(files().containsKey("content/services/b.md"));
    }

    @Test
    void keepsTheBytesOfFilesFromWindows() throws IOException {
        Path study = project.resolve("content/case-studies/evening-hubs.md");
        Path service = project.resolve("content/services/extended-access.md");
        for (Path file : new Path[] {study, service}) {
            Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
        }
        String before = Files.readString(study);
        assertEquals(0, run("rename", "service", "extended-access", "b").code());
        assertEquals(before.replace("[extended-access]", "[b]"), Files.readString(study));
        String moved = Files.readString(project.resolve("content/services/b.md"));
        assertTrue(moved.startsWith("\uFEFF---\r\n"));
        assertTrue(moved.contains("enhanced-services\r\nformer-ids: [extended-access]\r\n---\r\n"), moved);
        assertFalse(moved.replace("\r\n", "").contains("\n"));
    }

    @Test
    void showsWhatItWouldDo() throws IOException {
        Map<String, String> before = files();
        Run run = run("rename", "service", "extended-access", "b", "--dry-run");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("-services: [extended-access]\n+services: [b]\n"), run.out());
        assertTrue(run.out().contains("rename to content/services/b.md\n"), run.out());
        assertEquals(before, files());
    }

    @Test
    void namesTheFilesForTools() {
        Run run = run("rename", "service", "extended-access", "b", "-n", "-f", "json");
        JsonOutput.assertValid("edits", run.out());
        assertTrue(run.out().contains("\"newPath\" : \"content/services/b.md\""), run.out());
    }

    @Test
    void refusesAndChangesNothing() throws IOException {
        Map<String, String> before = files();
        Run run = run("retire", "service", "extended-access", "--gone", "It ended.");
        assertEquals(1, run.code());
        assertEquals("""
                waymark retire: `service/extended-access` is still needed; fix these places first:
                  content/case-studies/evening-hubs.md:5:12: `services` must name a service; name another
                Nothing was changed.
                """, run.err());
        assertEquals("", run.out());
        assertEquals(before, files());
    }

    @Test
    void explainsWrongUsage() throws IOException {
        Map<String, String> before = files();
        assertUsage(run("retire", "page", "introduction"), "give its replacement with `--to`, or the reason");
        assertUsage(run("retire", "page", "introduction", "--to", "service"), "must be a kind and an id");
        assertUsage(run("retire", "page", "introduction", "--to", "servise/x"), "did you mean `service`?");
        assertUsage(
                run("retire", "page", "introduction", "--to", "extended-access"),
                "but found `extended-access`; did you mean `service/extended-access`?");
        assertUsage(
                run("retire", "page", "introduction", "--to", "content/services/extended-access.md"),
                "write `service/extended-access`");
        assertUsage(run("rename", "service", "extended-access", "Longer hours.md"), "did you mean `longer-hours`?");
        assertUsage(run("rename", "service", "extended-access"), "NEW is missing");
        assertUsage(run("rename", "servise", "a", "b"), "there is no kind `servise`");
        assertUsage(
                run("rename", "site", "site", "b"),
                "the site cannot be given here; the kinds are case-study, category, glossary-term,");
        assertUsage(run("rename", "service", "extended-acess", "b"), "did you mean `extended-access`?");
        assertUsage(run("merge", "service", "extended-access", "extended-access"), "into itself");
        assertEquals(before, files());
    }

    private static void assertUsage(Run run, String sentence) {
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(sentence), run.err());
        assertTrue(run.err().contains("\nSee waymark "), run.err());
    }

    @Test
    void keepsANoticeOfWhatIsGone() throws IOException {
        assertEquals(
                0,
                run("retire", "page", "introduction", "--gone", "It was out of date.", "-d", "2025-03-01")
                        .code());
        assertTrue(
                files().get("content/gone.yaml")
                        .endsWith(
                                "- was: page/introduction\n  name: Introduction\n  since: 2025-03-01\n  reason: It was out of date.\n"));
        assertEquals(0, run("check").code());
        assertTrue(run("list", "gone").out().contains("Introduction (page/introduction)"));
    }

    @Test
    void writesNothingWhereItMayNot() throws IOException {
        Files.writeString(project.resolve(".waymark"), "a file where a folder is needed");
        Map<String, String> before = files();
        Run run = run("rename", "service", "extended-access", "b");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().startsWith("waymark: cannot "), run.err());
        assertEquals(before, files());
    }
}
