package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.source.ChangeJournal.Step;

class InterruptedChangeTest {
    @TempDir
    private Path folder;

    private Path root;
    private Path state;

    /**
     * The state after a kill: one file is changed, another is not, one is neither moved nor removed, and one not
     * removed.
     */
    @BeforeEach
    void killARename() throws IOException {
        root = folder.resolve("project");
        state = folder.resolve("state");
        write("content/a.md", "a new");
        write("content/b.md", "b");
        write(".waymark/staged/content/b.md", "b new");
        write("content/c.md", "c");
        write(".waymark/staged/content/d.md", "c new");
        write("content/gone.md", "gone");
        journal(
                step("a.md", "a new", "a.md", "a"),
                step("b.md", "b new", "b.md", "b"),
                step("d.md", "c new", "c.md", "c"),
                step("", "", "gone.md", "gone"));
    }

    private void journal(Step... steps) throws IOException {
        ChangeJournal.of(state, root).orElseThrow().write(List.of(steps));
    }

    private static Step step(String to, String after, String from, String before) {
        return new Step(path(to), digest(after), path(from), digest(before));
    }

    private static String path(String name) {
        return name.isEmpty() ? "" : "content/" + name;
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private ProjectWriter writer() {
        return new ProjectWriter(root, Optional.of(state));
    }

    @Test
    void isCompleted() throws IOException {
        assertTrue(writer().isInterrupted());
        assertEquals(
                Optional.of(new InterruptedChange(
                        List.of("content/b.md", "content/d.md", "content/c.md", "content/gone.md"), List.of())),
                writer().complete());
        assertEquals(List.of("content/a.md a new", "content/b.md b new", "content/d.md c new"), files());
        assertFalse(writer().isInterrupted());
        assertEquals(Optional.empty(), writer().complete());
    }

    @Test
    void isNotMadeWithoutAJournal() throws IOException {
        ChangeJournal.of(state, root).orElseThrow().remove();
        List<String> before = files();
        assertFalse(writer().isInterrupted());
        assertEquals(Optional.empty(), writer().complete());
        assertEquals(before, files());
    }

    @Test
    void keepsFilesChangedSince() throws IOException {
        write("content/b.md", "mine");
        write("content/d.md", "mine too");
        write("content/gone.md", "still needed");
        List<String> before = files();
        assertEquals(
                Optional.of(
                        new InterruptedChange(List.of(), List.of("content/b.md", "content/d.md", "content/gone.md"))),
                writer().complete());
        assertEquals(before, files());
    }

    @Test
    void movesOnlyFilesStagedByTheCommandItself() throws IOException {
        write(".waymark/staged/content/b.md", "b of a checkout");
        write(".waymark/staged/content/d.md", "c of a checkout");
        InterruptedChange change = writer().complete().orElseThrow();
        assertEquals(List.of("content/b.md", "content/d.md"), change.left());
        assertEquals("b", Files.readString(root.resolve("content/b.md")));
        assertEquals("c", Files.readString(root.resolve("content/c.md")));
    }

    @Test
    void isLeftToARunningCommand() throws IOException {
        try (FileTransaction other = FileTransaction.begin(root).orElseThrow()) {
            assertFalse(writer().isInterrupted());
            assertThrows(WriteFailure.class, () -> writer().complete());
            assertEquals(root, other.folder().root());
        }
        assertTrue(writer().isInterrupted());
    }

    @Test
    void isCompletedBeforeTheNextChange() throws IOException {
        Project read = ProjectReader.read(root);
        var failure = assertThrows(
                WriteFailure.class, () -> writer().apply(read, List.of(new FileChange.Removal("content/a.md"))));
        assertEquals(
                "an earlier command was stopped while changing files of this project; complete that with `waymark fix`"
                        + " first",
                failure.getMessage());
        assertTrue(Files.exists(root.resolve("content/a.md")));
        assertTrue(Files.exists(root.resolve(".waymark/staged/content/b.md")));
    }

    /** A journal in the project, which any commit can contain, has no effect whatever its name. */
    @Test
    void isNeverReadFromTheProject() throws IOException {
        Path journal;
        try (Stream<Path> files = Files.list(state.resolve("changes"))) {
            journal = files.findFirst().orElseThrow();
        }
        for (String name :
                List.of(".waymark-changes", ".waymark/journal", ".waymark/changes/" + journal.getFileName())) {
            write(name, Files.readString(journal));
        }
        Files.delete(journal);
        List<String> before = files();
        assertFalse(writer().isInterrupted());
        assertEquals(Optional.empty(), writer().complete());
        assertEquals(before, files());
    }

    @Test
    void isNeverReadFromAStateFolderInACheckout() throws IOException {
        Path home = root.resolve(".local/state/waymark");
        Files.createDirectories(home.getParent());
        Files.move(state, home);
        assertEquals(Optional.empty(), ChangeJournal.of(home, root));
        var inside = new ProjectWriter(root, Optional.of(home));
        assertFalse(inside.isInterrupted());
        assertEquals(Optional.empty(), inside.complete());
        assertEquals("b", Files.readString(root.resolve("content/b.md")));
    }

    @Test
    void changesNothingOutsideTheContent() throws IOException {
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/secret"), "secret");
        Files.createSymbolicLink(root.resolve("content/link"), folder.resolve("outside"));
        write(".git/config", "secret");
        write("Makefile", "secret");
        write("README.md", "secret");
        Path outside = Files.writeString(folder.resolve("secret"), "secret");
        var steps = new ArrayList<Step>();
        for (String path : List.of(
                "../secret",
                outside.toString(),
                ".git/config",
                "Makefile",
                "README.md",
                "a\0b",
                "content/../Makefile")) {
            steps.add(new Step("", "", path, digest("secret")));
            steps.add(new Step(path, digest("b new"), path, digest("secret")));
        }
        List<String> before = files();
        journal(steps.toArray(Step[]::new));
        assertEquals(Optional.of(new InterruptedChange(List.of(), List.of())), writer().complete());
        assertEquals(
                before.stream()
                        .filter(file -> !file.startsWith(".waymark/staged"))
                        .toList(),
                files());
        assertEquals("secret", Files.readString(outside));

        journal(new Step("", "", "content/link/secret", digest("secret")));
        assertThrows(WriteFailure.class, () -> writer().complete());
        assertEquals("secret", Files.readString(folder.resolve("outside/secret")));
    }

    @Test
    void completesANewProject() throws IOException {
        write(".waymark/staged/README.md", "read me");
        write(".waymark/staged/.gitignore", "site-output");
        journal(
                new Step("README.md", digest("read me"), "", ""),
                new Step(".gitignore", digest("site-output"), "", ""));
        assertEquals(
                List.of("README.md", ".gitignore"),
                writer().complete().orElseThrow().completed());
        assertEquals("read me", Files.readString(root.resolve("README.md")));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** All files except Waymark's own. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + read(file))
                    .filter(file -> !file.startsWith(".waymark/lock") && !file.startsWith(".waymark/.gitignore"))
                    .filter(file -> !file.startsWith(".waymark/staged"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
