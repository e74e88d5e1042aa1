package org.waymark.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.fault.Program.onTheDay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.ManyCaseStudies;
import org.waymark.Thorough;
import org.waymark.fault.Program.Ended;
import org.waymark.render.OutputFile;

/**
 * Builds that are killed at any moment, without a chance to clean up: every file is complete, from either the old
 * edition or the new, and the next build completes the new one. More kills: {@code -Dwaymark.kills=200
 * -Dwaymark.seed=1}.
 */
@Thorough("kills processes")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are killed by POSIX signals")
class KilledBuildTest {
    private static final int KILLS = Integer.getInteger("waymark.kills", 6);
    private static final long SEED = Long.getLong("waymark.seed", 7);
    private static final int STUDIES = 250;
    /** One in this many is completed by the whole program, the others only by the part that writes. */
    private static final int REAL = 10;

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"((?:\\.\\./)*)((?:assets|images)/[^\"#?]+)\"");

    @TempDir
    private static Path folder;

    private static Edition old;
    private static Edition next;
    private static Edition compressedOld;
    private static Edition compressed;

    /** The stage of a build when it was killed. */
    private enum Stage {
        READING,
        STAGING,
        PUBLISHING,
        ENDED
    }

    /**
     * A project, and the site built from it.
     *
     * @param millis how long the build took
     */
    private record Edition(Path project, Path site, Map<String, String> files, String manifest, long millis) {
        static Edition of(Path project, String... options) throws Exception {
            Path site = folder.resolve(project.getFileName() + "-site" + options.length);
            long start = System.nanoTime();
            Ended ended = Program.in(project).run(arguments(site, options));
            assertEquals(0, ended.code(), ended::toString);
            return new Edition(
                    project,
                    site,
                    Folders.published(site),
                    Files.readString(site.resolve(".waymark/manifest")),
                    (System.nanoTime() - start) / 1_000_000);
        }

        List<OutputFile> outputFiles() {
            return files.entrySet().stream()
                    .<OutputFile>map(file ->
                            new OutputFile.Made(file.getKey(), file.getValue().getBytes(StandardCharsets.ISO_8859_1)))
                    .toList();
        }
    }

    private static String[] arguments(Path site, String... options) {
        var arguments = new ArrayList<>(List.of("build", "--output", site.toString()));
        arguments.addAll(List.of(options));
        return onTheDay(arguments.toArray(String[]::new));
    }

    @BeforeAll
    static void makeEditions() throws Exception {
        old = Edition.of(before("old", STUDIES));
        next = Edition.of(after("next", STUDIES));
        compressedOld = Edition.of(before("small-old", 60), "--precompress");
        compressed = Edition.of(after("small-next", 60), "--precompress");
    }

    private static Path before(String name, int studies) throws IOException {
        Path project = Folders.write(ManyCaseStudies.project(studies), folder.resolve(name));
        // Its name contains its digest, so each edition has an asset that the other lacks.
        Folders.write(project.resolve("templates/assets/site.css"), "body { color: black; }\n");
        return project;
    }

    /** Another edition, with new, changed, unchanged and removed pages, and a folder that replaces a page. */
    private static Path after(String name, int studies) throws IOException {
        Path project = before(name, studies);
        Folders.write(project.resolve("templates/assets/site.css"), "body { color: navy; }\n");
        for (int i = 0; i < studies; i++) {
            Path study = project.resolve("content/case-studies/study-" + i + ".md");
            if (i % 10 == 0) {
                Files.move(study, study.resolveSibling("another-" + i + ".md"));
            } else if (i % 3 == 0) {
                Files.writeString(study, Files.readString(study).replace("Text.", "Another text."));
            }
        }
        return project;
    }

    @Test
    void leavesCompleteFilesForTheNextBuildToFinish() throws Exception {
        var random = new Random(SEED);
        var hits = new TreeMap<String, Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            boolean overOld = kill % 2 == 1;
            boolean compresses = kill % 6 >= 4;
            Stage stage = compresses
                    ? kill(kill, overOld, compressedOld, compressed, random, "--precompress")
                    : kill(kill, overOld, old, next, random);
            hits.merge((overOld ? "over an old edition, " : "from empty, ") + stage, 1, Integer::sum);
        }
        System.out.println("Killed " + KILLS + " builds (seed " + SEED + "): " + hits);
    }

    private static Stage kill(int kill, boolean overOld, Edition old, Edition next, Random random, String... options)
            throws Exception {
        Path output = folder.resolve("output");
        Folders.remove(output);
        if (overOld) {
            Folders.copy(old.site(), output);
        }
        // Half of them at any time; the others during the brief critical stage.
        boolean isAimed = kill / 2 % 2 == 1;
        long delay = isAimed ? random.nextInt(overOld ? 60 : 2) : random.nextLong(next.millis());
        String what = "kill " + kill + (isAimed ? ", when it publishes, after " : ", after ") + delay + " ms";
        Process process = Program.in(next.project()).start(arguments(output, options));
        if (isAimed) {
            while (process.isAlive() && !Files.exists(output.resolve(".waymark/staged/.waymark/manifest"))) {
                Thread.onSpinWait();
            }
        }
        process.waitFor(delay, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        process.waitFor();

        Stage stage = stage(output, process.exitValue());
        Map<String, String> found = Folders.published(output);
        assertNoPartialFiles(found, overOld ? old.files() : Map.of(), next.files(), what);
        assertNoMissingAssets(found, what);
        if (kill % REAL == 0) {
            Ended ended = Program.in(next.project()).run(arguments(output, options));
            assertEquals(0, ended.code(), what + ": " + ended);
            assertEquals(next.manifest(), Files.readString(output.resolve(".waymark/manifest")), what);
        } else {
            BuiltSite.publish(next.outputFiles(), output);
        }
        assertEquals(next.files(), Folders.published(output), what);
        assertEquals(List.of("lock", "manifest"), names(output.resolve(".waymark")), what);
        return stage;
    }

    private static Stage stage(Path output, int code) throws IOException {
        Path own = output.resolve(".waymark");
        if (code == 0) {
            return Stage.ENDED;
        }
        if (!Files.exists(own.resolve("staged"))) {
            return Stage.READING;
        }
        Path manifest = own.resolve("manifest");
        return Files.exists(manifest) && Files.readString(manifest).contains("# unfinished")
                ? Stage.PUBLISHING
                : Stage.STAGING;
    }

    private static void assertNoPartialFiles(
            Map<String, String> found, Map<String, String> old, Map<String, String> next, String what) {
        var torn = new TreeSet<String>();
        found.forEach((path, bytes) -> {
            if (!bytes.equals(old.get(path)) && !bytes.equals(next.get(path))) {
                torn.add(path);
            }
        });
        assertTrue(torn.isEmpty(), () -> what + ": neither old nor new: " + torn);
    }

    private static void assertNoMissingAssets(Map<String, String> found, String what) {
        var missing = new TreeSet<String>();
        found.forEach((path, text) -> {
            Matcher asset = ASSET.matcher(path.endsWith(".html") ? text : "");
            while (asset.find()) {
                if (!found.containsKey(asset.group(2))) {
                    missing.add(path + " -> " + asset.group(2));
                }
            }
        });
        assertTrue(missing.isEmpty(), () -> what + ": links to what is not there: " + missing);
    }

    private static List<String> names(Path folder) {
        return Arrays.stream(folder.toFile().list()).sorted().toList();
    }
}
