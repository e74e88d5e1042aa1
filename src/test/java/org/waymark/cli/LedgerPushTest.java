package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import org.waymark.Thorough;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * No address goes online before the branch has recorded it, whatever is merged in the meantime: with real Git
 * repositories.
 */
@Thorough("starts Git and a shell many times")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script under test is for POSIX shells")
class LedgerPushTest {
    private static final String PAGE = "content/pages/parking.md";
    private static final String ADDRESS = "/parking/: page/parking";

    @TempDir
    private Path folder;

    private Path origin;

    private record Run(int code, String printed) {}

    /** What the job of a publication left: whether the site may go online. */
    private record Publication(Run run, boolean isRecorded) {}

    @BeforeEach
    void publishASmallDirectory() throws Exception {
        origin = folder.resolve("origin.git");
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin.toString());
        Path first = clone("first");
        git(first, "checkout", "--quiet", "-B", "main");
        TestProject.copySmall(first);
        Files.writeString(first.resolve(".gitattributes"), "content/routes.yaml merge=union\n");
        Files.writeString(first.resolve(".gitignore"), "/site-output/\n");
        waymark(first, 0, "build");
        waymark(first, 0, "routes", "--update");
        commitAndPush(first, "start");
    }

    private Path clone(String name) throws Exception {
        Path clone = folder.resolve(name);
        git(folder, "clone", "--quiet", origin.toString(), clone.toString());
        git(clone, "config", "user.name", "Test");
        git(clone, "config", "user.email", "test@example.org");
        return clone;
    }

    private static void commitAndPush(Path clone, String message) throws Exception {
        commit(clone, message);
        git(clone, "push", "--quiet", "origin", "HEAD:main");
    }

    private static void commit(Path clone, String message) throws Exception {
        git(clone, "add", "--all");
        git(clone, "commit", "--quiet", "--message", message);
    }

    private static void addPage(Path clone) throws IOException {
        Files.writeString(clone.resolve(PAGE), "---\ntitle: Parking\nsummary: Where to park.\n---\n\nPark here.\n");
    }

    private static String git(Path folder, String... arguments) throws Exception {
        Run run = run(folder, List.of(), concat("git", arguments));
        assertEquals(0, run.code(), String.join(" ", arguments) + ": " + run.printed());
        return run.printed().strip();
    }

    private static String[] concat(String first, String... rest) {
        var all = new ArrayList<String>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    private static Run run(Path folder, List<String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
        environment.forEach(each -> builder.environment().put(each.split("=", 2)[0], each.split("=", 2)[1]));
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    private static String waymark(Path project, int code, String... arguments) {
        var out = new StringWriter();
        var all = new ArrayList<String>(List.of(arguments));
        all.addAll(List.of("--project", project.toString(), "--as-of", "2025-03-01"));
        int actual = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(out), all.toArray(String[]::new));
        assertEquals(code, actual, out.toString());
        return out.toString();
    }

    /** The first job of Publish. */
    private Path build(String name) throws Exception {
        Path clone = clone(name);
        waymark(clone, 0, "build");
        waymark(clone, 0, "routes", "--update");
        return clone;
    }

    /** The second job of Publish, as GitHub runs it. */
    private Publication record(Path clone) throws Exception {
        JsonNode steps = new YAMLMapper()
                .readTree(Files.readString(Path.of(".github/workflows/publish.yml")))
                .at("/jobs/ledger/steps");
        String script = steps.get(2).path("run").asString();
        Path output = folder.resolve(clone.getFileName() + ".output");
        Files.writeString(output, "");
        Run run = run(
                clone,
                List.of("REMOTE=origin", "BRANCH=main", "MERGE=https://example.org/merge", "GITHUB_OUTPUT=" + output),
                "bash",
                "-e",
                "-c",
                script);
        return new Publication(run, Files.readString(output).equals("recorded=yes\n"));
    }

    private String ledger() throws Exception {
        return git(origin, "show", "main:content/routes.yaml");
    }

    @Test
    void recordsAnAddressBeforeItGoesOnline() throws Exception {
        Path author = clone("author");
        addPage(author);
        commitAndPush(author, "a page");
        Publication publication = record(build("job"));
        assertTrue(publication.isRecorded(), publication.run().printed());
        assertTrue(ledger().contains(ADDRESS), ledger());

        // Started again for the same commit, of which the branch is now one ahead.
        Path again = clone("again");
        git(again, "reset", "--quiet", "--hard", "HEAD~1");
        waymark(again, 0, "build");
        waymark(again, 0, "routes", "--update");
        assertTrue(record(again).isRecorded());
        assertEquals("3", git(origin, "rev-list", "--count", "main"));
    }

    @Test
    void publishesNothingThatTheNextMergeRemoves() throws Exception {
        Path author = clone("author");
        addPage(author);
        commitAndPush(author, "a page");
        Path job = build("job");

        // Merged before the address of the page is recorded: so its check sees nothing wrong.
        Files.delete(author.resolve(PAGE));
        waymark(author, 0, "build");
        commitAndPush(author, "no page");

        Publication first = record(job);
        assertEquals(0, first.run().code(), first.run().printed());
        assertFalse(first.isRecorded());
        assertTrue(
                first.run().printed().contains("the branch has moved on"),
                first.run().printed());
        assertTrue(record(build("next")).isRecorded());
        assertFalse(ledger().contains(ADDRESS));
    }

    @Test
    void stopsTheNextMergeOnceAnAddressIsRecorded() throws Exception {
        Path author = clone("author");
        addPage(author);
        commitAndPush(author, "a page");
        git(author, "rm", "--quiet", PAGE);
        commit(author, "no page");
        waymark(author, 0, "check");

        assertTrue(record(build("job")).isRecorded());
        git(author, "fetch", "--quiet");
        git(author, "merge", "--quiet", "--no-edit", "origin/main");
        git(author, "push", "--quiet", "origin", "HEAD:main");
        assertTrue(waymark(clone("next"), 1, "build").contains("vanished-route"));
    }

    @Test
    void asksForAMergeWhereTheBranchIsProtected() throws Exception {
        Path author = clone("author");
        addPage(author);
        commitAndPush(author, "a page");
        Path hook = origin.resolve("hooks/update");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\n[ \"$1\" != refs/heads/main ]\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

        Publication refused = record(build("job"));
        assertEquals(1, refused.run().code());
        assertFalse(refused.isRecorded());
        assertTrue(
                refused.run().printed().contains("merge the branch waymark-ledger, which adds the new addresses"),
                refused.run().printed());
        assertTrue(refused.run().printed().contains("https://example.org/merge"));

        git(origin, "branch", "--force", "main", "waymark-ledger"); // as a merge does
        assertTrue(record(build("next")).isRecorded());
        assertTrue(ledger().contains(ADDRESS));

        git(author, "pull", "--quiet", "origin", "main");
        Files.writeString(
                author.resolve(PAGE), Files.readString(author.resolve(PAGE)).replace("Park", "Stop"));
        commit(author, "other words");
        git(author, "push", "--quiet", "origin", "HEAD:refs/heads/words");
        git(origin, "branch", "--force", "main", "words");
        Publication words = record(build("words"));
        assertTrue(words.isRecorded(), words.run().printed());
        assertTrue(
                words.run().printed().contains("does not record when the data changed. No address is new."),
                words.run().printed());
    }

    @Test
    void mergesBranchesThatBothAddAddresses() throws Exception {
        Path one = clone("one");
        Path other = clone("other");
        addPage(one);
        waymark(one, 0, "routes", "--update");
        commitAndPush(one, "one page");
        Files.writeString(
                other.resolve("content/pages/paths.md"), "---\ntitle: Paths\nsummary: Where to walk.\n---\n\nWalk.\n");
        waymark(other, 0, "routes", "--update");
        commit(other, "another page");
        git(other, "pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main");
        waymark(other, 0, "check", "--strict");
        assertTrue(Files.readString(other.resolve("content/routes.yaml")).contains(ADDRESS));
    }

    @Test
    void takesAPageDownWithANotice() throws Exception {
        Path author = clone("author");
        addPage(author);
        commitAndPush(author, "a page");
        record(build("job"));
        git(author, "pull", "--quiet", "origin", "main");
        git(author, "revert", "--no-edit", "HEAD~1");
        waymark(author, 1, "build");
        git(author, "reset", "--quiet", "--hard", "HEAD~1");
        waymark(author, 0, "retire", "page", "parking", "--gone", "We have removed this page.", "--yes");
        waymark(author, 0, "build");
        String notice = Files.readString(author.resolve("site-output/parking/index.html"));
        assertTrue(notice.contains("We have removed this page.") && !notice.contains("Park here"), notice);
    }
}
