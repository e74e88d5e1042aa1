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
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code waymark init --ci}: what it writes for a code host, and what it leaves alone. */
class InitHostingTest {
    private static final String SUM = "0123456789abcdef".repeat(4);
    private static final String URL = "https://example.org/releases/waymark-ci.tar.gz";

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Run setUp(String host, String... more) {
        return run(Stream.concat(
                        Stream.of("init", folder.toString(), "--ci", host, "--release", URL, "--sha256", SUM),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void setsANewDirectoryUp() throws IOException {
        Path made = folder.resolve("new");
        Run run = run(
                "init",
                made.toString(),
                "--title",
                "A",
                "--publisher",
                "B",
                "--ci",
                "github",
                "--release",
                URL,
                "--sha256",
                SUM);
        assertEquals(0, run.code(), run.err());
        assertTrue(Files.exists(made.resolve(".github/workflows/publish.yml")));
        assertEquals(
                "# Both sides of a merge add lines, which Waymark puts in order again.\n"
                        + "content/routes.yaml merge=union\n",
                Files.readString(made.resolve(".gitattributes")));
        String action = Files.readString(made.resolve(".github/actions/waymark/action.yml"));
        assertTrue(action.contains("URL: " + URL + "\n"), action);
        assertTrue(action.contains("SHA256: " + SUM + "\n"), action);
    }

    @Test
    void writesNothingIfItKnowsNoRelease() {
        Path made = folder.resolve("new");
        Run run = run("init", made.toString(), "--title", "A", "--publisher", "B", "--ci", "github");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("add --release URL and --sha256 SUM"), run.err());
        assertFalse(Files.exists(made));
    }

    @Test
    void bringsFilesUpToDateAndShowsTheDifference() throws IOException {
        write("content/site.yaml", "title: A\n");
        write(".gitignore", "*.tmp");
        write(".github/dependabot.yml", "version: 2\nupdates: []\n");
        Run first = setUp("github", "--branch", "trunk");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("Created .github/workflows/check.yml\n"), first.out());
        assertTrue(first.out().contains("+/site-output/\n"), first.out());
        assertTrue(text(".gitignore").startsWith("*.tmp\n"));
        assertEquals("version: 2\nupdates: []\n", text(".github/dependabot.yml"));
        assertTrue(text(".github/workflows/publish.yml").contains("    branches: [trunk]\n"));

        // The branch and the time zone stay as they are.
        String publish = text(".github/workflows/publish.yml").replaceFirst("TZ: \\S+", "TZ: Asia/Tokyo");
        write(".github/workflows/publish.yml", publish);
        write(
                ".github/workflows/check.yml",
                text(".github/workflows/check.yml").replaceFirst("TZ: \\S+", "TZ: Asia/Tokyo"));
        write(
                ".github/workflows/weekly.yml",
                text(".github/workflows/weekly.yml").replace("20 5 * * 1", "0 0 * * 1"));
        Run shown = setUp("github", "--dry-run");
        assertTrue(shown.out().contains("-    - cron: \"0 0 * * 1\"\n+    - cron: \"20 5 * * 1\"\n"), shown.out());
        assertTrue(text(".github/workflows/weekly.yml").contains("0 0 * * 1"));
        setUp("github");
        assertEquals(publish, text(".github/workflows/publish.yml"));
        assertTrue(text(".github/workflows/weekly.yml").contains("20 5 * * 1"));
        assertEquals(
                "The files for Git and for the code host are up to date.\n",
                setUp("github").out());
    }

    @Test
    void leavesAWorkflowOfSomeoneElse() throws IOException {
        write("content/site.yaml", "title: A\n");
        write(".gitlab-ci.yml", "test:\n  script: [make]\n");
        Run run = setUp("gitlab");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("waymark init did not write .gitlab-ci.yml"), run.err());
        assertFalse(Files.exists(folder.resolve("renovate.json")));
    }

    @Test
    void writesThroughNoLink() throws IOException {
        write("content/site.yaml", "title: A\n");
        write("elsewhere/kept", "kept\n");
        Files.createSymbolicLink(folder.resolve(".github"), folder.resolve("elsewhere"));
        Run run = setUp("github");
        assertEquals(3, run.code(), run.out());
        try (Stream<Path> files = Files.list(folder.resolve("elsewhere"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void namesTheBranchOfTheRepository() throws Exception {
        write("content/site.yaml", "title: A\n");
        Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("l'été!")
                .call()
                .close();
        setUp("github");
        assertTrue(text(".github/workflows/publish.yml").contains("    branches: ['l''été\\!']\n"));
        write(".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/trunk\n");
        setUp("github");
        assertTrue(text(".github/workflows/publish.yml").contains("    branches: [trunk]\n"));
    }

    @Test
    void refusesAFolderBelowTheRoot() throws Exception {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("below/content"));
        Run run = run("init", folder.resolve("below").toString(), "--ci", "none");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("only at the root of a repository"), run.err());
    }

    @Test
    void refusesAReleaseThatIsNone() throws IOException {
        write("content/site.yaml", "title: A\n");
        for (List<String> release : List.of(
                List.of("http://example.org/a", SUM),
                List.of("https://example.org/$(a)", SUM),
                List.of("https://example.org/a", "0"))) {
            Run run = run(
                    "init",
                    folder.toString(),
                    "--ci",
                    "gitlab",
                    "--release",
                    release.get(0),
                    "--sha256",
                    release.get(1));
            assertEquals(2, run.code(), release.toString());
        }
    }

    @Test
    void readsWhatItsPackageKnowsOfTheRelease() throws IOException {
        assertEquals(Optional.empty(), ReleaseFile.in(folder));
        write("release.properties", "url=" + URL + "\nsha256=" + SUM + "\n");
        assertEquals(Optional.of(new ReleaseFile(Optional.of(URL), SUM)), ReleaseFile.in(folder));
        write("release.properties", "url=\nsha256=" + SUM + "\n");
        assertEquals(Optional.of(new ReleaseFile(Optional.empty(), SUM)), ReleaseFile.in(folder));
    }
}
