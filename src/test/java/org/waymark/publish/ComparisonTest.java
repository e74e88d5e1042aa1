package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.render.OutputFile;

class ComparisonTest {
    private static final Path NO_PROJECT = Path.of("/nowhere");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void publish() {
        out = folder.resolve("site");
        publish(Map.of("index.html", "home", "a/index.html", "a", "a/b/index.html", "b", ".nojekyll", ""));
    }

    private void publish(Map<String, String> files) {
        BuiltSite.publish(
                files.entrySet().stream()
                        .<OutputFile>map(e ->
                                new OutputFile.Made(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                out);
    }

    @Test
    void findsNoDifferencesAfterPublishing() throws IOException {
        Files.writeString(out.resolve(".gitignore"), "*");
        Files.writeString(out.resolve("a/.DS_Store"), "?");
        assertEquals(List.of(), found());
        assertTrue(Comparison.of(NO_PROJECT, out).orElseThrow().isSame());
    }

    @Test
    void reportsMissingChangedAndForeignFiles() throws IOException {
        Files.writeString(out.resolve("index.html"), "hame");
        Files.delete(out.resolve("a/b/index.html"));
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.createDirectories(out.resolve("empty"));
        assertEquals(
                List.of(
                        "MISSING a/b/index.html",
                        "CHANGED index.html",
                        "FOREIGN empty/ an empty folder",
                        "FOREIGN notes.txt"),
                found());
        assertFalse(Comparison.of(NO_PROJECT, out).orElseThrow().isSame());
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/b"));
        Files.writeString(elsewhere.resolveSibling("index.html"), "a");
        Files.writeString(elsewhere.resolve("index.html"), "b");
        Files.delete(out.resolve("a/b/index.html"));
        Files.delete(out.resolve("a/b"));
        Files.delete(out.resolve("a/index.html"));
        Files.delete(out.resolve("a"));
        Files.createSymbolicLink(out.resolve("a"), folder.resolve("elsewhere"));
        Files.delete(out.resolve("index.html"));
        Files.createSymbolicLink(out.resolve("index.html"), Files.writeString(folder.resolve("home"), "home"));
        Files.createSymbolicLink(out.resolve("more"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(out.resolve(".gitkeep"), folder.resolve("home"));
        assertEquals(
                List.of(
                        "CHANGED a it is a link, not a folder",
                        "CHANGED index.html it is a link",
                        "FOREIGN .gitkeep a link",
                        "FOREIGN more a link"),
                found());
    }

    @Test
    void distinguishesFoldersFromFiles() throws IOException {
        Files.delete(out.resolve("index.html"));
        Files.createDirectories(out.resolve("index.html"));
        Files.delete(out.resolve("a/b/index.html"));
        Files.delete(out.resolve("a/b"));
        Files.writeString(out.resolve("a/b"), "file");
        assertEquals(List.of("CHANGED a/b it is a file, not a folder", "CHANGED index.html it is a folder"), found());
    }

    @Test
    void reportsUnreadableFiles() throws IOException {
        Files.setPosixFilePermissions(out.resolve("index.html"), PosixFilePermissions.fromString("-wx------"));
        Files.setPosixFilePermissions(out.resolve("a/b"), PosixFilePermissions.fromString("-wx------"));
        try {
            assumeFalse(Files.isReadable(out.resolve("index.html")), "this user may read everything");
            assertEquals(
                    List.of(
                            "UNREADABLE a/b you have no permission to list it",
                            "UNREADABLE index.html you have no permission to read it"),
                    found());
        } finally {
            Files.setPosixFilePermissions(out.resolve("a/b"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void followsALinkToTheFolderItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), out);
        assertTrue(Comparison.of(NO_PROJECT, link).orElseThrow().isSame());
    }

    @Test
    void comparesACopyWithAManifestElsewhere() throws IOException {
        Path manifest = Files.move(out.resolve(".waymark/manifest"), folder.resolve("manifest"));
        assertTrue(Comparison.of(NO_PROJECT, out).isEmpty());
        assertTrue(Comparison.of(NO_PROJECT, out, manifest).orElseThrow().isSame());
    }

    @Test
    void reportsIncompleteManifests() throws IOException {
        Path manifest = out.resolve(".waymark/manifest");
        String text = Files.readString(manifest);
        assertEquals(Manifest.State.COMPLETE, state());
        Files.writeString(manifest, "# Files written by Waymark. It removes no others.\na/index.html\nindex.html\n");
        assertEquals(Manifest.State.WITHOUT_DIGESTS, state());
        Files.writeString(manifest, Manifest.unfinished(List.of("a/index.html")).text());
        assertEquals(Manifest.State.UNFINISHED, state());
        Files.writeString(manifest, text.substring(0, text.length() - 20));
        assertEquals(Manifest.State.DAMAGED, state());
        Files.writeString(manifest, text.substring(0, text.indexOf("# files")));
        assertEquals(Manifest.State.DAMAGED, state());
        Files.writeString(manifest, "");
        assertEquals(Manifest.State.DAMAGED, state());
        assertFalse(Comparison.of(NO_PROJECT, out).orElseThrow().isSame());
    }

    @Test
    void findsNoDifferencesAfterTheNextEdition() throws IOException {
        publish(Map.of("index.html", "new", "b/index.html", "b"));
        assertEquals(List.of(), found());
    }

    private Manifest.State state() {
        return Comparison.of(NO_PROJECT, out).orElseThrow().manifest().state();
    }

    private List<String> found() {
        return Comparison.of(NO_PROJECT, out).orElseThrow().differences().stream()
                .map(each -> (each.kind() + " " + each.path() + " " + each.detail()).strip())
                .toList();
    }
}
