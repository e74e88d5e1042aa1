package org.waymark.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.fault.Program.onTheDay;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ManyCaseStudies;
import org.waymark.Thorough;
import org.waymark.fault.Program.Ended;
import org.waymark.source.Sha256;

/**
 * Commands that are killed while changing many files: either the next command completes the change, or nothing was
 * changed. More kills: {@code -Dwaymark.kills=200 -Dwaymark.seed=1}.
 */
@Thorough("kills processes")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are killed by POSIX signals")
class KilledRenameTest {
    private static final int KILLS = Math.max(2, Integer.getInteger("waymark.kills", 6) / 2);
    private static final long SEED = Long.getLong("waymark.seed", 7);

    @TempDir
    private Path folder;

    private Program program(Path project) {
        return Program.in(project)
                .with("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    @Test
    void changesAllFilesOrNone() throws Exception {
        Path before = Folders.write(ManyCaseStudies.project(400), folder.resolve("before"));
        Path project = folder.resolve("project");
        Folders.copy(before, project);
        String[] rename = {"rename", "service", "service-1", "renamed"};
        Ended whole = program(project).run(onTheDay(rename));
        assertEquals(0, whole.code(), whole::toString);
        Map<String, String> none = Folders.published(before);
        Map<String, String> all = Folders.published(project);
        Path journal = folder.resolve("state/waymark/changes")
                .resolve(Sha256.of(project.toRealPath().toString().getBytes(StandardCharsets.UTF_8)));
        var random = new Random(SEED);
        var hits = new TreeMap<String, Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            Folders.remove(project);
            Folders.copy(before, project);
            Process process = program(project).start(onTheDay(rename));
            // While it stages the files, or while it moves them into place.
            Path moment = kill % 2 == 0 ? project.resolve(".waymark/staged") : journal;
            while (process.isAlive() && !Files.exists(moment)) {
                Thread.onSpinWait();
            }
            process.waitFor(random.nextInt(8), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            process.waitFor();
            boolean isBegun = Files.exists(journal);

            Ended next = program(project).run(onTheDay("fix"));

            assertEquals(0, next.code(), next::toString);
            Map<String, String> found = Folders.published(project);
            assertTrue(found.equals(all) || found.equals(none), "kill " + kill + ": neither all nor none");
            assertEquals(isBegun, next.err().startsWith("Completed the change"), next::toString);
            hits.merge(isBegun ? "in the midst" : found.equals(all) ? "after" : "before", 1, Integer::sum);
        }
        System.out.println("Killed " + KILLS + " times a rename of 400 entries (seed " + SEED + "): " + hits);
    }
}
