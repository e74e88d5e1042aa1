package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Thorough;
import org.waymark.launcher.InstalledFolder.Run;

/** Runs the real launcher with a fake Java that only prints its arguments, and writes one word as an archive. */
@Thorough("starts many shells")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is a POSIX script")
class LauncherTest {
    private static final String USES_ARCHIVE = "-Xlog:disable\n";

    /** A fake Java that prints its arguments. Makes archives like real ones, and writes into an existing file. */
    private static final String JAVA = """
            #!/bin/sh
            here=$(readlink -f "$0")
            here=${here%/bin/java}
            for argument; do
              case $argument in
                -Xshare:dump | -XX:AOTMode=create)
                  echo made >>"$here/made"
                  [ -e "$here/slow" ] && sleep 1
                  [ -e "$here/broken" ] || echo archive >archive
                  exit ;;
              esac
            done
            printf '%s\\n' "$@"
            [ "$2" != locale ] || echo "LC_ALL=$LC_ALL"
            for last; do :; done
            case $last in
              wait) exec sleep 30 ;;
              fail) exit 7 ;;
              locale) echo "LC_ALL=$LC_ALL" ;;
            esac
            """;

    @TempDir
    private Path temporary;

    private Path java;
    private Path home;
    private InstalledFolder waymark;

    @BeforeEach
    void install() throws IOException {
        // A path with a space and a quote, as real ones may have.
        Path folder = temporary.toRealPath().resolve("Jo's files");
        java = folder.resolve("java");
        home = folder.resolve("home");
        Path program = java.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, JAVA);
        program.toFile().setExecutable(true);
        release("17.0.15");
        waymark = new InstalledFolder(folder.resolve("waymark"), home, java);
    }

    private void release(String version) throws IOException {
        Files.writeString(
                java.resolve("release"),
                "IMPLEMENTOR=\"Some One\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"a b\"\n");
    }

    private long timesMade() throws IOException {
        Path made = java.resolve("made");
        return Files.exists(made) ? Files.readAllLines(made).size() : 0;
    }

    @Test
    void passesArgumentsUnchanged() throws Exception {
        String[] arguments = {"check", "", "two words", "*", "\"quoted\" 'twice'", "$HOME", "back\\slash", "`id`", "-x"
        };
        Run run = waymark.start(arguments);
        assertEquals("", run.err());
        String start = "-cp\n" + waymark.jar() + "\norg.waymark.cli.Main\n";
        assertTrue(run.out().endsWith(start + String.join("\n", arguments) + "\n"), run.out());
    }

    @Test
    void passesTheUsersOptionsWithoutExpandingGlobs() throws Exception {
        Run run = waymark.start(Map.of("WAYMARK_ARCHIVE", "off", "WAYMARK_JAVA_OPTS", "-Xmx2g  -Dall=*"), "check");
        assertTrue(run.out().contains("\n-Xmx2g\n-Dall=*\n-cp\n"), run.out());
    }

    @Test
    void letsTheUserChooseTheGarbageCollector() throws Exception {
        assertTrue(waymark.start("check").out().contains("UseSerialGC"));
        Run run = waymark.start(Map.of("WAYMARK_ARCHIVE", "off", "WAYMARK_JAVA_OPTS", "-Xmx2g -XX:+UseZGC"), "check");
        assertFalse(run.out().contains("UseSerialGC"), run.out());
    }

    @Test
    void usesTheFullCompilerForLongRunningCommands() throws Exception {
        assertTrue(waymark.start("check").out().contains("TieredStopAtLevel"));
        assertFalse(waymark.start("serve").out().contains("TieredStopAtLevel"));
    }

    @Test
    void addsTheProofreaderOnlyIfNeeded() throws Exception {
        String end = waymark.jar() + ":" + waymark.jar().resolveSibling("proofread")
                + "/*\norg.waymark.cli.Main\nproofread\n";
        assertTrue(waymark.start("proofread").out().endsWith(end));
        assertFalse(waymark.start("proofread").out().contains("TieredStopAtLevel"));
        assertFalse(waymark.start("check", "proofread").out().contains("lib/proofread"));
    }

    @Test
    void addsTheLibrariesForSpreadsheetsOnlyIfNeeded() throws Exception {
        String folder = waymark.jar().resolveSibling("spreadsheets") + "/*";
        assertTrue(waymark.start("import", "a.xlsx").out().contains(folder));
        assertTrue(waymark.start("export").out().contains(folder));
        assertFalse(waymark.start("check", "import").out().contains(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', C.UTF-8",
        "C, '', C.UTF-8",
        "'', tr_TR.ISO-8859-9, C.UTF-8",
        "'', tr_TR.UTF-8, ''",
        "de_DE.utf8, C, de_DE.utf8"
    })
    void readsFileNamesAsUtf8(String all, String lang, String seen) throws Exception {
        Run run = waymark.start(
                Map.of("WAYMARK_ARCHIVE", "off", "LC_ALL", all, "LC_CTYPE", "", "LANG", lang), "check", "locale");
        assertTrue(run.out().endsWith("\nLC_ALL=" + seen + "\n"), run.out());
    }

    @Test
    void reportsThatItsFolderIsMissing() throws Exception {
        Path gone = Files.createDirectories(temporary.resolve("gone"));
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd \"$0\" && rmdir \"$0\" && exec \"$1\" check",
                        gone.toString(),
                        waymark.script() + "")
                .start();
        Run run = InstalledFolder.end(process);
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().endsWith("the current folder no longer exists; change to another, then try again\n"));
    }

    @Test
    void reportsAFolderWithAColon() throws Exception {
        var installed = new InstalledFolder(temporary.toRealPath().resolve("a:b"), home, java);
        Run run = installed.start("check");
        assertEquals(3, run.code());
        assertTrue(run.err().startsWith("waymark: Java cannot run from a folder with a colon"), run.err());
    }

    @Test
    void runsAfterItsFolderWasMoved() throws Exception {
        Path before = Files.createDirectories(temporary.resolve("before"));
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd \"$0\" && mv \"$0\" \"$0.after\" && exec \"$1\" fail",
                        before.toString(),
                        waymark.script() + "")
                .start();
        assertNotEquals(3, InstalledFolder.end(process).code());
    }

    @Test
    void returnsTheExitCodeOfJava() throws Exception {
        assertEquals(7, waymark.start("fail").code());
    }

    @Test
    void stopsOnSignals() throws Exception {
        Process process = waymark.begin(waymark.script(), Map.of("WAYMARK_ARCHIVE", "off"), "wait");
        process.getInputStream().read();
        // Not the signal of Ctrl-C: background processes of a script, as tests may be, ignore it.
        new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertEquals(143, InstalledFolder.end(process).code());
    }

    @Test
    void worksThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(home.resolve("first"), waymark.script());
        Path second = Files.createSymbolicLink(home.resolve("second"), first.getFileName());
        Run run = InstalledFolder.end(waymark.begin(second, Map.of("WAYMARK_ARCHIVE", "off"), "check"));
        assertTrue(run.out().contains("\n" + waymark.jar() + "\n"), run.out() + run.err());
    }

    @Test
    void findsJavaOnThePath() throws Exception {
        Path folder = Files.createDirectories(home.resolve("path"));
        Files.createSymbolicLink(folder.resolve("java"), java.resolve("bin/java"));
        var variables = Map.of("JAVA_HOME", "", "PATH", folder + ":" + System.getenv("PATH"), "WAYMARK_ARCHIVE", "now");
        assertTrue(waymark.start(variables, "check").out().contains(USES_ARCHIVE));
        assertTrue(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        assertEquals(1, timesMade());
    }

    @Test
    void reportsThatJavaIsMissing() throws Exception {
        Path nothing = Files.createDirectories(home.resolve("nothing"));
        Run run = waymark.start(Map.of("JAVA_HOME", "", "PATH", nothing.toString()), "check");
        assertEquals(3, run.code());
        assertEquals("waymark: no Java was found; install Java 17 or newer, or set JAVA_HOME\n", run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.15, 17.jsa, -XX:SharedArchiveFile=",
        "21, 21.jsa, -XX:SharedArchiveFile=",
        "24-ea, 24.aot, -XX:AOTCache=",
        "25.0.3, 25.aot, -XX:AOTCache="
    })
    void makesAnArchiveInTheBackground(String version, String name, String option) throws Exception {
        release(version);
        Run first = waymark.start(Map.of(), "check");
        assertEquals("", first.err());
        assertFalse(first.out().contains(USES_ARCHIVE), first.out());
        awaitArchive(waymark.archive(name));
        Run next = waymark.start(Map.of(), "check");
        assertTrue(next.out().contains(USES_ARCHIVE + option + waymark.archive(name) + "\n"), next.out());
        assertEquals("", next.err());
        assertEquals(1, timesMade());
    }

    private static void awaitArchive(Path archive) throws InterruptedException {
        Path note = archive.resolveSibling(archive.getFileName() + ".note");
        Path work = archive.resolveSibling(archive.getFileName() + ".new");
        for (int i = 0; i < 1_200 && !(Files.exists(note) && Files.notExists(work)); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.exists(note), note.toString());
    }

    @Test
    void makesNoArchiveForAnOldOrUnknownJava() throws Exception {
        release("11.0.2");
        assertFalse(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        Files.delete(java.resolve("release"));
        assertFalse(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        assertEquals(0, timesMade());
    }

    @Test
    void recreatesTheArchiveForAnotherJava() throws Exception {
        waymark.startWithArchive("check");
        release("17.0.16");
        assertTrue(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        assertEquals(2, timesMade());
    }

    @Test
    void recreatesTheArchiveForAnotherJar() throws Exception {
        // Even if the clock that set the jar's time was fast.
        Files.setLastModifiedTime(waymark.jar(), FileTime.from(Instant.now().plusSeconds(9_000)));
        waymark.startWithArchive("check");
        waymark.startWithArchive("check");
        assertEquals(1, timesMade());
        Files.setLastModifiedTime(waymark.jar(), FileTime.from(Instant.now().plusSeconds(10_000)));
        assertTrue(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        assertEquals(2, timesMade());
    }

    @Test
    void recreatesTheArchiveInAnotherFolder() throws Exception {
        waymark.startWithArchive("check");
        Path moved = waymark.script().getParent().resolveSibling("../moved").normalize();
        Files.move(waymark.script().getParent().getParent(), moved);
        var variables = Map.of("WAYMARK_ARCHIVE", "now");
        Run run = InstalledFolder.end(waymark.begin(moved.resolve("bin/waymark"), variables, "check"));
        assertTrue(run.out().contains(USES_ARCHIVE + "-XX:SharedArchiveFile=" + moved), run.out());
        assertEquals(2, timesMade());
    }

    @Test
    void triesOnlyOnceIfJavaCannotMakeAnArchive() throws Exception {
        Files.createFile(java.resolve("broken"));
        assertEquals(0, waymark.startWithArchive("check").code());
        Run run = waymark.startWithArchive("check");
        assertFalse(run.out().contains(USES_ARCHIVE), run.out());
        assertEquals(1, timesMade());
    }

    @Test
    void makesOneArchiveForConcurrentStarts() throws Exception {
        Files.createFile(java.resolve("slow"));
        Process first = waymark.begin(waymark.script(), Map.of(), "check");
        Process second = waymark.begin(waymark.script(), Map.of(), "check");
        assertEquals(0, InstalledFolder.end(first).code());
        assertEquals(0, InstalledFolder.end(second).code());
        awaitArchive(waymark.archive("17.jsa"));
        assertEquals(1, timesMade());
    }

    @Test
    void recoversFromAKilledStart() throws Exception {
        Path work = Files.createDirectories(waymark.archive("17.jsa.new"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(work.resolve("maker"), dead.pid() + "\n");
        Files.writeString(work.resolve("archive"), "half");
        assertTrue(waymark.startWithArchive("check").out().contains(USES_ARCHIVE));
        assertEquals("archive\n", Files.readString(waymark.archive("17.jsa")));
        try (Stream<Path> left = Files.list(waymark.archive(""))) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void usesTheUserCacheIfItsFolderIsReadOnly() throws Exception {
        keepArchivesOut();
        Run run = waymark.startWithArchive("check");
        Path archive = home.resolve(".cache/waymark/17.jsa");
        assertTrue(run.out().contains(USES_ARCHIVE + "-XX:SharedArchiveFile=" + archive + "\n"), run.out());
        Path other = home.resolve("other");
        var variables = Map.of("WAYMARK_ARCHIVE", "now", "XDG_CACHE_HOME", other.toString());
        assertTrue(waymark.start(variables, "check").out().contains(other.toString()));
        assertEquals(List.of("archive"), Files.readAllLines(other.resolve("waymark/17.jsa")));
    }

    @Test
    void doesNotUseTheCacheOfAnotherUser() throws Exception {
        keepArchivesOut();
        waymark.startWithArchive("check");
        Path cache = home.resolve(".cache/waymark");
        try {
            Files.setAttribute(cache, "unix:uid", 12_345);
        } catch (FileSystemException e) {
            assumeTrue(false, "only root can give a folder to somebody else");
        }
        Run run = waymark.startWithArchive("check");
        assertFalse(run.out().contains(USES_ARCHIVE), run.out());
        assertEquals(1, timesMade());
    }

    /** A file in place of the folder prevents archives even if root runs the tests. */
    private void keepArchivesOut() throws IOException {
        Files.createFile(waymark.archive(""));
    }

    @Test
    void runsWithoutAnArchiveIfNoneCanBeWritten() throws Exception {
        keepArchivesOut();
        Run run = waymark.start(Map.of("WAYMARK_ARCHIVE", "now", "HOME", ""), "check");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertFalse(run.out().contains(USES_ARCHIVE), run.out());
    }
}
