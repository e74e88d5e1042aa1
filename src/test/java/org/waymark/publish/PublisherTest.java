package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.publish.Publisher.Result;
import org.waymark.render.OutputFile;
import org.waymark.source.FileVersion;
import org.waymark.source.ReadFailure;
import org.waymark.source.WriteFailure;

class PublisherTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("site");
    }

    @Test
    void writesEveryFileOfAnEdition() throws IOException {
        Result result = publish(Map.of("index.html", "home", "services/a/index.html", "a", "assets/s.css", "c"));
        assertEquals(new Result(3, 0, 0), result);
        assertEquals(Map.of("index.html", "home", "services/a/index.html", "a", "assets/s.css", "c"), published());
    }

    @Test
    void writesIntoAnEmptyFolder() throws IOException {
        Files.createDirectories(out);
        assertEquals(new Result(1, 0, 0), publish(Map.of("index.html", "home")));
    }

    @Test
    void keepsTimeStampsOfUnchangedFiles() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "old"));
        Files.setLastModifiedTime(out.resolve("index.html"), LONG_AGO);
        Files.setLastModifiedTime(out.resolve("a/index.html"), LONG_AGO);
        assertEquals(new Result(1, 1, 0), publish(Map.of("index.html", "home", "a/index.html", "new")));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(out.resolve("index.html")));
        assertTrue(Files.getLastModifiedTime(out.resolve("a/index.html")).compareTo(LONG_AGO) > 0);
    }

    @Test
    void detectsAChangeOfTheSameLength() throws IOException {
        publish(Map.of("index.html", "cat"));
        assertEquals(new Result(1, 0, 0), publish(Map.of("index.html", "dog")));
        assertEquals(Map.of("index.html", "dog"), published());
    }

    @Test
    void removesFilesAndFoldersOfTheOldEdition() throws IOException {
        publish(Map.of("index.html", "home", "a/b/c/index.html", "c", "a/index.html", "a"));
        assertEquals(new Result(0, 2, 1), publish(Map.of("index.html", "home", "a/index.html", "a")));
        assertEquals(Map.of("index.html", "home", "a/index.html", "a"), published());
        assertFalse(Files.exists(out.resolve("a/b")));
    }

    @Test
    void neverRemovesForeignFiles() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "a"));
        Files.writeString(out.resolve("CNAME"), "example.org");
        Files.writeString(out.resolve("a/notes.txt"), "mine");
        assertEquals(new Result(0, 1, 1), publish(Map.of("index.html", "home")));
        assertEquals(Map.of("index.html", "home", "CNAME", "example.org", "a/notes.txt", "mine"), published());
    }

    @Test
    void refusesToReplaceAForeignFolderWithAFile() throws IOException {
        publish(Map.of("index.html", "home", "b/index.html", "b"));
        Files.delete(out.resolve("b/index.html"));
        Files.createDirectory(out.resolve("b/index.html"));
        Path there = out.resolve("b/index.html");
        assertEquals(
                "cannot write " + there
                        + ": there is a folder that Waymark has not written; move it away and build again",
                failure(Map.of("index.html", "new", "b/index.html", "b")));
        assertEquals(Map.of("index.html", "home"), published());
    }

    @Test
    void toleratesInvalidFileNamesInAManifest() throws IOException {
        publish(Map.of("index.html", "home"));
        Files.writeString(out.resolve(".waymark/manifest"), "x".repeat(5000) + "\nindex.html\n");
        assertEquals(new Result(0, 1, 0), publish(Map.of("index.html", "home")));
        assertEquals(Map.of("index.html", "home"), published());
    }

    @Test
    void refusesAFolderThatIsNotWaymarks() throws IOException {
        Files.createDirectories(out.resolve("photos"));
        Files.writeString(out.resolve("letter.txt"), "dear");
        assertEquals(
                "cannot publish to " + out
                        + ": the folder is not empty and Waymark has not written it (found letter.txt);"
                        + " choose another folder with --output, or empty it",
                failure(Map.of("index.html", "home")));
        assertEquals(Map.of("letter.txt", "dear"), published());
        assertFalse(Files.exists(out.resolve(".waymark")));
    }

    @Test
    void keepsPlaceholderFilesOfARepository() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(".gitignore"), "*");
        publish(Map.of("index.html", "home"));
        publish(Map.of("start.html", "home"));
        assertEquals(Map.of(".gitignore", "*", "start.html", "home"), published());
    }

    @Test
    void refusesToReplaceAForeignFile() throws IOException {
        publish(Map.of("index.html", "home"));
        Files.createDirectories(out.resolve("a"));
        Path foreign = Files.writeString(out.resolve("a/index.html"), "mine");
        assertEquals(
                "cannot write " + foreign
                        + ": there is a file that Waymark has not written; move it away and build again",
                failure(Map.of("index.html", "new", "a/index.html", "a")));
        assertEquals(Map.of("index.html", "home", "a/index.html", "mine"), published());
    }

    @Test
    void refusesToReplaceAForeignFileWithAFolder() throws IOException {
        publish(Map.of("index.html", "home"));
        Path foreign = Files.writeString(out.resolve("a"), "mine");
        assertEquals(
                "cannot write " + foreign
                        + ": there is a file that Waymark has not written; move it away and build again",
                failure(Map.of("index.html", "new", "a/index.html", "a")));
        assertEquals(Map.of("index.html", "home", "a", "mine"), published());
    }

    @Test
    void refusesAFileWhereAForeignFolderIs() throws IOException {
        publish(Map.of("a/index.html", "a"));
        Path foreign = Files.writeString(out.resolve("a/notes.txt"), "mine");
        assertEquals(
                "cannot write " + out.resolve("a") + ": Waymark has not written " + foreign
                        + ", which is in the way; move it away and build again",
                failure(Map.of("a", "file")));
        assertEquals(Map.of("a/index.html", "a", "a/notes.txt", "mine"), published());
    }

    @Test
    void doesNotWriteThroughLinksOutOfTheFolder() throws IOException {
        publish(Map.of("index.html", "home"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(out.resolve("a"), elsewhere);
        failure(Map.of("index.html", "home", "a/index.html", "a"));
        assertFalse(Files.exists(elsewhere.resolve("index.html")));
    }

    @Test
    void doesNotRemoveThroughLinksOutOfTheFolder() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "a"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("index.html"), "mine");
        Files.delete(out.resolve("a/index.html"));
        Files.delete(out.resolve("a"));
        Files.createSymbolicLink(out.resolve("a"), elsewhere);
        assertEquals(new Result(0, 1, 0), publish(Map.of("index.html", "home")));
        assertEquals("mine", Files.readString(elsewhere.resolve("index.html")));
    }

    @Test
    void replacesALinkAndNotItsTarget() throws IOException {
        publish(Map.of("index.html", "home"));
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.html"), "home");
        Files.delete(out.resolve("index.html"));
        Files.createSymbolicLink(out.resolve("index.html"), elsewhere);
        assertEquals(new Result(1, 0, 0), publish(Map.of("index.html", "home")));
        assertTrue(Files.isRegularFile(out.resolve("index.html"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void replacesAFileWithAFolder() throws IOException {
        publish(Map.of("a", "file", "index.html", "home"));
        assertEquals(new Result(1, 1, 1), publish(Map.of("a/b/index.html", "page", "index.html", "home")));
        assertEquals(Map.of("a/b/index.html", "page", "index.html", "home"), published());
    }

    @Test
    void replacesAFolderWithAFile() throws IOException {
        publish(Map.of("a/b/index.html", "page", "a/c.html", "page", "index.html", "home"));
        assertEquals(new Result(1, 1, 2), publish(Map.of("a", "file", "index.html", "home")));
        assertEquals(Map.of("a", "file", "index.html", "home"), published());
    }

    @Test
    void replacesEmptyFoldersOfAnInterruptedRunWithAFile() throws IOException {
        publish(Map.of("index.html", "home"));
        Files.createDirectories(out.resolve("a/b"));
        Files.writeString(manifest(), "index.html\na/b/index.html\n");
        publish(Map.of("a", "file", "index.html", "home"));
        assertEquals(Map.of("a", "file", "index.html", "home"), published());
    }

    @Test
    void copiesImages() throws IOException {
        Path picture = Files.write(folder.resolve("bus.png"), new byte[] {1, 2, 3});
        List<OutputFile> files = List.of(copied("images/bus.png", picture));
        assertEquals(new Result(1, 0, 0), BuiltSite.publish(files, out));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(out.resolve("images/bus.png")));

        Files.setLastModifiedTime(out.resolve("images/bus.png"), LONG_AGO);
        assertEquals(new Result(0, 1, 0), BuiltSite.publish(files, out));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(out.resolve("images/bus.png")));

        Files.write(picture, new byte[] {4, 5, 6});
        assertEquals(new Result(1, 0, 0), BuiltSite.publish(files, out));
        assertArrayEquals(new byte[] {4, 5, 6}, Files.readAllBytes(out.resolve("images/bus.png")));
    }

    @Test
    void reportsAMissingImage() {
        Path gone = folder.resolve("gone.png");
        var failure =
                assertThrows(ReadFailure.class, () -> BuiltSite.publish(List.of(copied("images/gone.png", gone)), out));
        assertEquals("cannot read " + gone + ": it is not there", failure.getMessage());
    }

    @Test
    void completesARunThatWasInterruptedWhileWriting() throws IOException {
        publish(Map.of("index.html", "old", "a.html", "old", "gone.html", "old"));
        // A power failure halfway: the manifest lists both editions, one page is new, one is old, one is missing,
        // one is not yet removed, and another is partly staged.
        Files.writeString(manifest(), "a.html\ngone.html\nindex.html\nnew.html\n");
        Files.writeString(out.resolve("index.html"), "new");
        Files.createDirectories(out.resolve(".waymark/staged"));
        Files.writeString(out.resolve(".waymark/staged/new.html"), "ne");

        publish(Map.of("index.html", "new", "a.html", "new", "new.html", "new"));

        assertEquals(Map.of("index.html", "new", "a.html", "new", "new.html", "new"), published());
        assertEquals(List.of("lock", "manifest"), names(out.resolve(".waymark")));
    }

    @Test
    void publishesTheOldEditionAgainAfterAnInterruptedRun() throws IOException {
        publish(Map.of("index.html", "old"));
        Files.writeString(manifest(), "index.html\nnever/index.html\nnew/index.html\n");
        Files.createDirectories(out.resolve("new"));
        Files.writeString(out.resolve("new/index.html"), "new");
        publish(Map.of("index.html", "old"));
        assertEquals(Map.of("index.html", "old"), published());
        assertFalse(Files.exists(out.resolve("new")));
    }

    @Test
    void completesAFirstRunThatWasInterruptedBeforeItsManifest() throws IOException {
        Files.createDirectories(out.resolve(".waymark/staged/a/b"));
        Files.writeString(out.resolve(".waymark/staged/a/b/index.html"), "ha");
        Files.writeString(out.resolve(".waymark/.manifest.new"), "ma");
        publish(Map.of("index.html", "home"));
        assertEquals(Map.of("index.html", "home"), published());
        assertEquals(List.of("lock", "manifest"), names(out.resolve(".waymark")));
    }

    @Test
    void restoresRemovedOrChangedFiles() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "a"));
        Files.delete(out.resolve("a/index.html"));
        Files.delete(out.resolve("a"));
        Files.writeString(out.resolve("index.html"), "hacked");
        assertEquals(new Result(2, 0, 0), publish(Map.of("index.html", "home", "a/index.html", "a")));
        assertEquals(Map.of("index.html", "home", "a/index.html", "a"), published());
    }

    @Test
    void listsExactlyItsOwnFiles() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "a", "b/index.html", "b"));
        publish(Map.of("index.html", "home", "a/index.html", "a"));
        List<String> lines = Files.readAllLines(manifest());
        assertTrue(lines.get(0).startsWith("#"));
        assertEquals(
                List.of(
                        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a/index.html",
                        "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942  index.html"),
                lines.stream().filter(line -> !line.startsWith("#")).toList());
    }

    @Test
    void writesAManifestThatSha256sumCanCheck() throws Exception {
        publish(Map.of("index.html", "home", "images/two words.svg", "<svg/>", "é.txt", "e"));
        assertEquals(0, sha256sum());
        Files.writeString(out.resolve("index.html"), "hacked");
        assertEquals(1, sha256sum());
    }

    private int sha256sum() throws Exception {
        Path program = Path.of("/usr/bin/sha256sum");
        assumeTrue(Files.isExecutable(program), "needs sha256sum");
        return new ProcessBuilder(program.toString(), "--check", "--strict", "--quiet", ".waymark/manifest")
                .directory(out.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void listsTheFilesOfBothEditionsWhilePublishing() throws IOException {
        publish(Map.of("index.html", "home", "a.html", "old"));
        failInTheMiddle(Map.of("a.html", "new", "c.html", "c"), "a.html");
        assertEquals(
                Manifest.State.UNFINISHED,
                Manifest.read(Files.readString(manifest())).state());
        assertEquals(
                List.of("a.html", "c.html", "index.html"),
                List.copyOf(
                        Manifest.read(Files.readString(manifest())).digests().keySet()));
    }

    @Test
    void removesNothingOutsideTheFolderWhateverTheManifestSays() throws IOException {
        publish(Map.of("index.html", "home", "a/index.html", "a"));
        Path victim = Files.writeString(folder.resolve("x"), "mine");
        Files.createDirectories(out.resolve("empty"));
        Files.writeString(out.resolve("foreign"), "mine");
        Files.writeString(
                manifest(),
                String.join(
                        "\n",
                        "index.html",
                        "a/index.html",
                        "../x",
                        "a/../../x",
                        victim.toString(),
                        ".",
                        "..",
                        "./index.html",
                        ".waymark",
                        ".waymark/manifest",
                        "a",
                        "a//b",
                        "empty/",
                        "foreign/x",
                        "nul\0",
                        ""));
        assertEquals(new Result(0, 1, 1), publish(Map.of("index.html", "home")));
        assertEquals("mine", Files.readString(victim));
        assertEquals(Map.of("index.html", "home", "foreign", "mine"), published());
        assertTrue(Files.isDirectory(out.resolve("empty")));
    }

    @Test
    void readsAManifestThatIsNotText() throws IOException {
        publish(Map.of("index.html", "home"));
        Files.write(manifest(), new byte[] {'i', 'n', 'd', 'e', 'x', '.', 'h', 't', 'm', 'l', '\n', (byte) 0xFF});
        assertEquals(new Result(0, 1, 0), publish(Map.of("index.html", "home")));
    }

    @Test
    void refusesAFileAsOutput() throws IOException {
        Files.writeString(out, "a file");
        assertEquals(
                "cannot publish to " + out + ": it is a file, not a folder", failure(Map.of("index.html", "home")));
        assertEquals("a file", Files.readString(out));
    }

    @Test
    void reportsAFileInPlaceOfAParentFolder() throws IOException {
        Files.writeString(out, "a file");
        out = out.resolve("below");
        String message = failure(Map.of("index.html", "home"));
        assertTrue(message.startsWith("cannot write " + out + ": "), message);
        assertFalse(message.contains("null"), message);
    }

    @Test
    void publishesThroughALinkToAFolder() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(out, real);
        publish(Map.of("index.html", "home"));
        publish(Map.of("a/index.html", "a"));
        assertEquals(List.of(".waymark", "a"), names(real));
    }

    @Test
    void reportsMissingPermission() throws IOException {
        Files.createDirectories(out);
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(out), "this user may write everywhere");
            assertEquals(
                    "cannot write " + out
                            + ": you have no permission to write there; change the permissions, or choose another folder",
                    failure(Map.of("index.html", "home")));
        } finally {
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void keepsTheOldEditionUntilTheNewOneIsPublished() throws IOException {
        publish(Map.of("index.html", "old"));
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            edition(Map.of("index.html", "new", "a/index.html", "a")).forEach(publisher::stage);
            assertEquals(Map.of("index.html", "old"), published());
        }
        assertEquals(Map.of("index.html", "old"), published());
        assertEquals(List.of("lock", "manifest"), names(out.resolve(".waymark")));
    }

    @Test
    void leavesNoTraceOfAnUnpublishedFirstEdition() {
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            edition(Map.of("index.html", "new")).forEach(publisher::stage);
        }
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesToPublishDuringAnotherBuild() throws IOException {
        try (var other = new Publisher(folder.resolve("project"), out, false)) {
            edition(Map.of("index.html", "other")).forEach(other::stage);
            assertEquals(
                    "cannot publish to " + out + ": another build is publishing there; wait for it to finish",
                    failure(Map.of("index.html", "home")));
            other.publish(Map.of());
        }
        assertEquals(Map.of("index.html", "other"), published());
        assertEquals(new Result(1, 0, 0), publish(Map.of("index.html", "home")));
    }

    @Test
    void removesAssetsAfterPages() {
        assertEquals(
                List.of("a/index.html", "z/index.html", "assets/site.1.css", "images/bus.svg"),
                Publisher.inOrderOfRemoval(
                        List.of("a/index.html", "assets/site.1.css", "images/bus.svg", "z/index.html")));
    }

    @Test
    void writesAssetsBeforePagesAndRemovesThemAfterwards() throws IOException {
        publish(Map.of("a.html", "old", "assets/old.css", "old"));
        failInTheMiddle(Map.of("a.html", "new", "assets/new.css", "new"), "a.html");
        assertEquals(Map.of("a.html", "old", "assets/old.css", "old", "assets/new.css", "new"), published());
    }

    @Test
    void writesNothingAfterItIsClosed() throws IOException {
        publish(Map.of("index.html", "old"));
        var publisher = new Publisher(folder.resolve("project"), out, false);
        publisher.stage(edition(Map.of("index.html", "new")).get(0));
        publisher.close();
        publisher.close();
        // Like threads that do not yet know that another has failed, or that the user has stopped the build.
        OutputFile late = edition(Map.of("late/index.html", "late")).get(0);
        assertThrows(WriteFailure.class, () -> publisher.stage(late));
        assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()));
        assertEquals(Map.of("index.html", "old"), published());
        assertEquals(List.of("lock", "manifest"), names(out.resolve(".waymark")));
    }

    @Test
    void writesItsManifestsBeforeChangingPages() throws IOException {
        publish(Map.of("index.html", "old"));
        Path inTheWay = out.resolve(".waymark/staged/.waymark");
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            publisher.stage(edition(Map.of("index.html", "new")).get(0));
            Files.createFile(inTheWay);
            assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()));
            assertEquals(Map.of("index.html", "old"), published());
        }
        assertEquals(List.of("lock", "manifest"), names(out.resolve(".waymark")));
    }

    @Test
    void reportsAFolderRemovedMeanwhile() throws IOException {
        publish(Map.of("index.html", "old"));
        Path other = folder.resolve("other");
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            publisher.stage(edition(Map.of("index.html", "new")).get(0));
            Files.move(out, other);
            Files.createDirectories(out);
            Files.writeString(out.resolve("index.html"), "somebody else's");
            String message = assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()))
                    .getMessage();
            assertTrue(message.startsWith("cannot write " + out), message);
            assertTrue(message.endsWith("was removed while Waymark was writing; try again"), message);
        }
        assertEquals("somebody else's", Files.readString(out.resolve("index.html")));
        assertEquals("old", Files.readString(other.resolve("index.html")));
    }

    @Test
    void reportsAFolderReplacedByAFileMeanwhile() throws IOException {
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            publisher.stage(edition(Map.of("index.html", "new")).get(0));
            Files.move(out, folder.resolve("other"));
            Files.writeString(out, "a file");
            assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()));
        }
        assertEquals("a file", Files.readString(out));
    }

    @Test
    void refusesAFolderReplacedByALinkMeanwhile() throws IOException {
        Path other = folder.resolve("other");
        BuiltSite.publish(edition(Map.of("index.html", "other")), other);
        String manifest = Files.readString(other.resolve(".waymark/manifest"));
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            publisher.stage(edition(Map.of("index.html", "new")).get(0));
            Files.move(out, folder.resolve("moved"));
            Files.createSymbolicLink(out, other);
            assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()));
        }
        assertEquals(manifest, Files.readString(other.resolve(".waymark/manifest")));
        assertEquals("other", Files.readString(other.resolve("index.html")));
    }

    /** A reader who keeps reloading a page while editions alternate sees one of the two, always complete. */
    @Test
    void readersSeeOnlyCompleteFiles() throws Exception {
        String first = "a".repeat(500_000);
        String second = "b".repeat(500_001);
        publish(Map.of("index.html", first));
        var done = new AtomicBoolean();
        List<String> broken = new ArrayList<>();
        var reader = new Thread(() -> {
            while (!done.get()) {
                try {
                    String seen = Files.readString(out.resolve("index.html"));
                    if (!seen.equals(first) && !seen.equals(second)) {
                        broken.add(seen.length() + " characters");
                    }
                } catch (IOException e) {
                    broken.add(e.toString());
                }
            }
        });
        reader.start();
        for (int i = 0; i < 40; i++) {
            publish(Map.of("index.html", i % 2 == 0 ? second : first));
        }
        done.set(true);
        reader.join();
        assertEquals(List.of(), broken);
    }

    private Result publish(Map<String, String> files) {
        return BuiltSite.publish(edition(files), out);
    }

    /** Fails at a page that cannot be replaced, since a folder cannot be moved over it. */
    private void failInTheMiddle(Map<String, String> files, String page) throws IOException {
        try (var publisher = new Publisher(folder.resolve("project"), out, false)) {
            edition(files).forEach(publisher::stage);
            Path staged = out.resolve(".waymark/staged").resolve(page);
            Files.delete(staged);
            Files.createDirectory(staged);
            assertThrows(WriteFailure.class, () -> publisher.publish(Map.of()));
        }
    }

    private String failure(Map<String, String> files) {
        return assertThrows(WriteFailure.class, () -> publish(files)).getMessage();
    }

    private static OutputFile copied(String path, Path source) {
        return new OutputFile.Copied(path, source, new FileVersion(0, LONG_AGO, Optional.empty()));
    }

    private static List<OutputFile> edition(Map<String, String> files) {
        return files.entrySet().stream()
                .<OutputFile>map(
                        e -> new OutputFile.Made(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private Path manifest() {
        return out.resolve(".waymark/manifest");
    }

    /** Everything in the output folder except Waymark's own files. */
    private Map<String, String> published() throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = out.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".waymark/")) {
                    texts.put(path, Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
