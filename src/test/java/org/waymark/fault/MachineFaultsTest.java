package org.waymark.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.fault.Program.onTheDay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.ManyCaseStudies;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.fault.Program.Ended;
import org.waymark.publish.Publisher;
import org.waymark.render.OutputFile;
import org.waymark.source.Sha256;

/** Machine failures while the real program runs, and its message, exit code and remaining files. */
@Thorough("starts processes with full disks, limits and mounts")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mounts, limits and signals are those of POSIX")
class MachineFaultsTest {
    private static final String ENTRY = "content/case-studies/evening-hubs.md";
    /** A real disk of one megabyte, almost full. It starts with the folder {@code $DISK/there}. */
    private static final String FULL_DISK =
            "mount -t tmpfs -o size=1m tmpfs \"$DISK\" && cp -R \"$BEFORE\" \"$DISK/there\""
                    + " && { head -c 2000000 /dev/zero >\"$DISK/filler\" 2>/dev/null; \"$@\"; code=$?;"
                    + " diff -r \"$BEFORE\" \"$DISK/there\" && ls -A \"$DISK\"; exit $code; }";

    @TempDir
    private Path folder;

    private Path project;
    private Path site;
    private Path disk;
    private Program waymark;

    @BeforeEach
    void copyProject() throws IOException {
        project = folder.resolve("project");
        TestProject.copySmall(project);
        site = folder.resolve("site");
        disk = Files.createDirectories(folder.resolve("disk"));
        waymark = Program.in(project).with("DISK", disk.toString());
    }

    private Map<String, String> build() throws Exception {
        Ended ended = waymark.run(onTheDay("build", "-o", site.toString()));
        assertEquals(0, ended.code(), ended::toString);
        return Folders.files(site);
    }

    private void change() throws IOException {
        Path settings = project.resolve("content/site.yaml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("title: .*", "title: Another title"));
    }

    private static void assertFault(String sentence, Ended ended) {
        assertEquals(3, ended.code(), ended::toString);
        assertEquals("waymark: " + sentence + "\n", ended.err());
    }

    @Test
    void keepsTheOldEditionOnAFullDisk() throws Exception {
        Machine.assumeMounts();
        build();
        change();
        Ended ended = waymark.with("BEFORE", site.toString())
                .runMounted(
                        FULL_DISK, onTheDay("build", "-o", disk.resolve("there").toString()));
        assertEquals(3, ended.code(), ended::toString);
        assertTrue(
                ended.err()
                        .matches("waymark: cannot write " + disk
                                + "/there/\\S+: the disk is full; free some space, then try again\n"),
                ended.err());
        assertEquals("filler\nthere\n", ended.out());
    }

    @Test
    void leavesNoPartialFirstEditionOnAFullDisk() throws Exception {
        Machine.assumeMounts();
        Ended ended = waymark.with("BEFORE", project.toString())
                .runMounted(
                        FULL_DISK, onTheDay("build", "-o", disk.resolve("site").toString()));
        assertEquals(3, ended.code(), ended::toString);
        assertTrue(ended.err().contains("the disk is full"), ended.err());
        assertEquals("filler\nthere\n", ended.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename service extended-access evenings | cannot ",
                "new category something --set name=Something --set summary=Text. --set order=9 | cannot ",
                "check --report json=report.json | report.json",
                "check --write-baseline --baseline ../baseline.yaml | baseline.yaml"
            })
    void changesNoFileOfAProjectOnAFullDisk(String command, String named) throws Exception {
        Machine.assumeMounts();
        Ended ended = waymark.with("BEFORE", project.toString())
                .runMounted(FULL_DISK.replace("\"$@\"", "cd \"$DISK/there\"; \"$@\""), onTheDay(command.split(" ")));
        assertEquals(3, ended.code(), ended::toString);
        assertTrue(ended.err().contains(named), ended::toString);
        assertTrue(ended.err().contains("the disk is full; free some space, then try again"), ended::toString);
        assertTrue(ended.out().endsWith("filler\nthere\n"), ended::toString);
    }

    @Test
    void leavesAReadOnlyEdition() throws Exception {
        Machine.assumeMounts();
        Map<String, String> before = build();
        change();
        Ended ended = waymark.with("SITE", site.toString())
                .runMounted(
                        "mount --bind \"$SITE\" \"$SITE\" && mount -o remount,bind,ro \"$SITE\" && exec \"$@\"",
                        onTheDay("build", "-o", site.toString()));
        assertFault("cannot write " + site + ": the disk is read-only; choose a location that you can write to", ended);
        assertEquals(before, Folders.files(site));
    }

    @Test
    void detectsAReadOnlyFolderBeforeChangingAnything() throws Exception {
        Map<String, String> before = build();
        change();
        Path kept = site.resolve("services/extended-access");
        assertTrue(kept.toFile().setWritable(false));
        try {
            Ended ended =
                    waymark.runBy(Machine.obeyingPermissions() + "\"$@\"", onTheDay("build", "-o", site.toString()));
            assertFault(
                    "cannot write " + kept
                            + ": you have no permission to write there; change the permissions, or choose another folder",
                    ended);
            assertEquals(before, Folders.files(site));
        } finally {
            assertTrue(kept.toFile().setWritable(true));
        }
    }

    @Test
    void completesAnInterruptedChangeWhenPossible() throws Exception {
        Path services = project.resolve("content/services");
        Path state = Files.createDirectories(folder.resolve("state"));
        Path entry = services.resolve("extended-access.md");
        String kept = Files.readString(entry);
        Path staged = project.resolve(".waymark/staged/content/services/extended-access.md");
        Folders.write(staged, kept + "\nMore.\n");
        Path journal = state.resolve("waymark/changes")
                .resolve(digest(project.toRealPath().toString()));
        String path = "content/services/extended-access.md";
        Folders.write(journal, String.join("\t", path, digest(kept + "\nMore.\n"), path, digest(kept)) + "\n");
        var program = waymark.with("XDG_STATE_HOME", state.toString());
        String interrupted = "An earlier command was stopped while changing files, so only some of them may be changed."
                + " `waymark fix` completes the change.\n";

        Ended check = program.run(onTheDay("check"));
        assertTrue(check.err().startsWith(interrupted), check::toString);
        assertEquals(kept, Files.readString(entry));
        Ended dry = program.run(onTheDay("fix", "--dry-run"));
        assertTrue(dry.err().startsWith(interrupted), dry::toString);

        assertTrue(services.toFile().setWritable(false));
        try {
            Ended ended = program.runBy(Machine.obeyingPermissions() + "\"$@\"", onTheDay("fix"));
            assertEquals(3, ended.code(), ended::toString);
            assertTrue(ended.err().contains("you have no permission to write there"), ended::toString);
            assertTrue(Files.exists(journal));
            assertTrue(Files.exists(staged));
        } finally {
            assertTrue(services.toFile().setWritable(true));
        }
        Ended fix = program.run(onTheDay("fix"));
        assertTrue(
                fix.err().startsWith("Completed the change of an earlier command that was stopped: 1 file."),
                fix::toString);
        assertEquals(kept + "\nMore.\n", Files.readString(entry));
        assertFalse(Files.exists(journal));
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reportsTooLittleMemory() throws Exception {
        Path many = Folders.write(ManyCaseStudies.project(300), folder.resolve("many"));
        Map<String, String> before = build();
        Ended ended = Program.in(many, "-Xmx12m").run(onTheDay("build", "-o", site.toString()));
        assertEquals(3, ended.code(), ended::toString);
        assertTrue(
                ended.err()
                        .matches("waymark: not enough memory: Java may use 1\\d MB;"
                                + " allow more with WAYMARK_JAVA_OPTS=-Xmx2g\n"),
                ended.err());
        assertEquals(before, Folders.files(site));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void reportsTooManyOpenFiles(int most) throws Exception {
        Map<String, String> before = build();
        change();
        Ended ended = waymark.runBy("ulimit -n " + most + " && exec \"$@\"", onTheDay("build", "-o", site.toString()));
        if (ended.code() != 0) {
            assertEquals(3, ended.code(), ended::toString);
            assertTrue(ended.err().startsWith("waymark: ") && ended.err().contains("open files"), ended.err());
            assertEquals(before, Folders.files(site));
        }
        assertFalse(ended.hasTrace(), ended::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"$@\" >/dev/full | 3 | standard output: the disk is full; free some space, then try again",
                "\"$@\" >&- | 3 | standard output: it is closed",
            })
    void reportsLostOutput(String shell, int code, String sentence) throws Exception {
        Ended ended = waymark.runBy(shell, "list", "service");
        assertEquals(code, ended.code(), ended::toString);
        assertEquals("waymark: cannot write to " + sentence + "\n", ended.err());
    }

    @Test
    void failsIfFindingsCannotBePrinted() throws Exception {
        Files.writeString(project.resolve(ENTRY), "no entry\n");
        assertEquals(3, waymark.runBy("\"$@\" >/dev/full", onTheDay("check")).code());
    }

    @Test
    void endsQuietlyWhenThePipeIsClosed() throws Exception {
        Ended ended = waymark.runBy("{ \"$@\"; echo $? >&2; } | true", "schema", "service");
        assertEquals("0\n", ended.err());
    }

    @Test
    void refusesConcurrentBuildsIntoOneFolder() throws Exception {
        try (var other = new Publisher(site, site, false)) {
            other.stage(new OutputFile.Made("index.html", new byte[] {'x'}));
            assertFault(
                    "cannot publish to " + site + ": another build is publishing there; wait for it to finish",
                    waymark.run(onTheDay("build", "-o", site.toString())));
        }
        build();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, false", "INT, 130, true", "TERM, 143, true"})
    void cleansUpWhenStopped(String signal, int code, boolean overOld) throws Exception {
        Path many = Folders.write(ManyCaseStudies.project(250), folder.resolve("many"));
        Map<String, String> before = overOld ? build() : Map.of();
        Process process = Program.in(many).start(onTheDay("build", "-o", site.toString()));
        while (process.isAlive() && !Files.exists(site.resolve(".waymark/staged/case-studies"))) {
            Thread.sleep(1);
        }
        Machine.works(List.of("kill"), "-" + signal, String.valueOf(process.pid()));
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(code, process.exitValue());
        assertEquals(before, Folders.files(site));
        assertEquals(overOld, Files.exists(site));
    }

    @Test
    void needsNoHomeOrTemporaryFolder() throws Exception {
        Machine.assumeMounts();
        Ended ended = waymark.runMounted(
                "mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp; unset HOME; mount -t tmpfs tmpfs /mnt;"
                        + " cp -R . /mnt/p && cd /mnt/p && \"$@\" && ls -A site-output/.waymark",
                onTheDay("build"));
        assertEquals(0, ended.code(), ended::toString);
        assertTrue(ended.out().endsWith("lock\nmanifest\n"), ended::toString);
    }
}
