package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.source.ChangeJournal.Line;

class InterruptedChangesTest {
    @TempDir
    private Path folder;

    private Path root;

    /** As a kill leaves it: one file is changed already, another is not, and a third has come but not gone. */
    @BeforeEach
    void killARename() throws IOException {
        root = folder.resolve("project");
        write("content/a.md", "a new");
        write("content/b.md", "b");
        write("content/.b.md.waymark", "b new");
        write("content/c.md", "c");
        write("content/.d.md.waymark", "c new");
        write("content/gone.md", "gone");
        write(
                ChangeJournal.NAME,
                line(".a.md.waymark", "a.md", "a.md", "a")
                        + line(".b.md.waymark", "b.md", "b.md", "b")
                        + line(".d.md.waymark", "d.md", "c.md", "c")
                        + line("", "", "gone.md", "gone"));
    }

    private static String line(String prepared, String to, String from, String before) {
        return Stream.of(prepared, to, from)
                        .map(name -> name.isEmpty() ? "\t" : "content/" + name + "\t")
                        .reduce("", String::concat)
                + digest(before) + "\n";
    }

    private static String digest(String text) {
        return InputDigest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void areCompleted() throws IOException {
        assertEquals(
                Optional.of(new InterruptedChanges(
                        List.of("content/b.md", "content/d.md", "content/c.md", "content/gone.md"), List.of())),
                InterruptedChanges.complete(root));
        assertEquals(List.of("content/a.md a new", "content/b.md b new", "content/d.md c new"), files());
        assertEquals(Optional.empty(), InterruptedChanges.complete(root));
    }

    @Test
    void areTakenBackWhereNotAllWasPrepared() throws IOException {
        Files.move(root.resolve(ChangeJournal.NAME), root.resolve(ChangeJournal.UNFINISHED));
        assertEquals(Optional.empty(), InterruptedChanges.complete(root));
        assertEquals(
                List.of("content/a.md a new", "content/b.md b", "content/c.md c", "content/gone.md gone"), files());
    }

    @Test
    void leaveWhatSomeoneHasChangedSince() throws IOException {
        write("content/b.md", "mine");
        write("content/d.md", "mine too");
        write("content/gone.md", "still needed");
        assertEquals(
                Optional.of(
                        new InterruptedChanges(List.of(), List.of("content/b.md", "content/d.md", "content/gone.md"))),
                InterruptedChanges.complete(root));
        assertEquals(
                List.of(
                        "content/a.md a new",
                        "content/b.md mine",
                        "content/c.md c",
                        "content/d.md mine too",
                        "content/gone.md still needed"),
                files());
    }

    @Test
    void areLeftToWhoeverIsMakingThem() throws IOException {
        Files.delete(root.resolve(ChangeJournal.NAME));
        try (ChangeJournal other = ChangeJournal.begin(root)) {
            other.list(List.of(new Line("content/.b.md.waymark", "content/b.md", "content/b.md", digest("b"))));
            assertEquals(Optional.empty(), InterruptedChanges.complete(root));
            assertTrue(Files.exists(root.resolve("content/.b.md.waymark")));
            other.commit();
            assertEquals(1, other.lines(root).size());
            assertEquals(Optional.empty(), InterruptedChanges.complete(root));
            other.remove();
        }
        assertFalse(Files.exists(root.resolve(ChangeJournal.NAME)));
    }

    @Test
    void areNotLookedForBehindALink() throws IOException {
        Path list = root.resolve(ChangeJournal.NAME);
        Files.move(list, folder.resolve("list"));
        Files.createSymbolicLink(list, folder.resolve("list"));
        assertEquals(Optional.empty(), InterruptedChanges.complete(root));
        assertTrue(Files.isSymbolicLink(list));
        assertEquals("b", Files.readString(root.resolve("content/b.md")));
    }

    @Test
    void touchNothingOutsideOfTheProjectOrHidden() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/secret"), "secret");
        Files.createSymbolicLink(root.resolve("content/link"), folder.resolve("outside"));
        write(".git/config", "secret");
        String digest = digest("secret");
        var text = new StringBuilder();
        for (String path : List.of(
                "../secret",
                folder.resolve("secret").toString(),
                "content/link/secret",
                ".git/config",
                "a\0b",
                "x//y")) {
            text.append("\t\t").append(path).append('\t').append(digest).append('\n');
            text.append("content/.b.md.waymark\t").append(path).append("\t\t\n");
        }
        write("content/plain.md", "plain");
        text.append("content/plain.md\tcontent/moved.md\t\t\n");
        write(ChangeJournal.NAME, text + "nonsense\n\t\n");
        assertEquals(Optional.of(new InterruptedChanges(List.of(), List.of())), InterruptedChanges.complete(root));
        assertEquals("plain", Files.readString(root.resolve("content/plain.md")));
        assertEquals("secret", Files.readString(folder.resolve("secret")));
        assertEquals("secret", Files.readString(folder.resolve("outside/secret")));
        assertEquals("secret", Files.readString(root.resolve(".git/config")));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + read(file))
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
