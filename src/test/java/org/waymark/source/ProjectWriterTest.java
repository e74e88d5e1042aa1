package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.source.FileChange.Creation;
import org.waymark.source.FileChange.Removal;
import org.waymark.source.FileChange.Revision;

class ProjectWriterTest {
    private static final String A = "content/services/a.md";
    private static final String B = "content/services/b.md";
    private static final String C = "content/services/c.md";

    @TempDir
    private Path root;

    @TempDir
    private Path state;

    private ProjectWriter writer(Path project) {
        return new ProjectWriter(project, Optional.of(state));
    }

    @BeforeEach
    void writeFiles() throws IOException {
        write(A, "one\ntwo\nthree\n");
        write(B, "b\n");
    }

    @Test
    void changesOnlyTheEditedSpans() throws IOException {
        write(A, "\uFEFFone\r\ntwo \r\n\tthree\nfour\rfive");

        apply(new Revision(A, A, List.of(edit(2, 1, 2, 4, "2\n2"), edit(4, 5, 4, 5, "!"), edit(5, 1, 5, 5, "5"))));

        assertEquals("\uFEFFone\r\n2\r\n2 \r\n\tthree\nfour!\r5", read(A));
    }

    @Test
    void movesCreatesAndRemoves() throws IOException {
        apply(
                new Revision(A, C, List.of(edit(1, 1, 1, 4, "1"))),
                new Removal(B),
                new Creation("content/pages/new/x.md", "x"));

        assertEquals("1\ntwo\nthree\n", read(C));
        assertEquals("x", read("content/pages/new/x.md"));
        assertEquals(List.of("content/pages/new/x.md", C), files());
    }

    @Test
    void createsAProjectInANewFolder() throws IOException {
        Path fresh = root.resolve("some/where");
        var nothing = new Project(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        writer(fresh).apply(nothing, List.of(new Creation(A, "a"), new Creation("README.md", "r")));

        assertEquals("a", Files.readString(fresh.resolve(A)));
        assertEquals("r", Files.readString(fresh.resolve("README.md")));
    }

    @Test
    void changesNothingIfAFileIsInTheWay() throws IOException {
        var failure = assertThrows(
                WriteFailure.class,
                () -> apply(
                        new Revision(A, A, List.of(edit(1, 1, 1, 4, "1"))),
                        new Creation("content/pages/x.md", "x"),
                        new Creation(B, "new")));

        assertEquals(
                "cannot write content/services/b.md: a file with that name already exists; no file was changed",
                failure.getMessage());
        assertEquals("one\ntwo\nthree\n", read(A));
        assertEquals(List.of(A, B), files());
        assertFalse(Files.exists(root.resolve("content/pages")));
    }

    @Test
    void rollsBackWhenALaterStepFails() throws IOException {
        // Removing a file twice fails only at the second removal.
        assertThrows(
                WriteFailure.class,
                () -> apply(
                        new Revision(A, C, List.of(edit(1, 1, 1, 4, "1"))),
                        new Creation("content/pages/x.md", "x"),
                        new Removal(B),
                        new Removal(B)));

        assertEquals(List.of(A, B), files());
        assertEquals("one\ntwo\nthree\n", read(A));
        assertEquals("b\n", read(B));
    }

    @Test
    void refusesAFileChangedByOthers() throws IOException {
        Project project = ProjectReader.read(root);
        write(A, "changed\n");

        var failure = assertThrows(
                WriteFailure.class,
                () -> writer(root)
                        .apply(project, List.of(new Removal(B), new Revision(A, A, List.of(edit(1, 1, 1, 4, "1"))))));

        assertTrue(failure.getMessage().contains("someone else has just changed it"), failure.getMessage());
        assertEquals("changed\n", read(A));
        assertEquals("b\n", read(B));
    }

    @Test
    void changesNothingDuringAnotherCommand() throws IOException {
        try (FileTransaction other = FileTransaction.begin(root).orElseThrow()) {
            other.clear();
            other.stage(B, out -> out.write('o'));
            refusesTwo();
            assertTrue(Files.exists(other.stagedFile(B)));
        }
        apply(new Removal(B));
        assertEquals(List.of(A), files());
    }

    private void refusesTwo() throws IOException {
        var failure = assertThrows(
                WriteFailure.class, () -> apply(new Revision(B, B, List.of(edit(1, 1, 1, 2, "2"))), new Removal(A)));
        assertEquals(
                "another command is changing files of this project; try again when it has finished; no file was changed",
                failure.getMessage());
        assertEquals("b\n", read(B));
    }

    @Test
    void doesNotAccessTheDiskWithoutChanges() {
        writer(root.resolve("nowhere")).apply(ProjectReader.read(root), List.of());

        assertFalse(Files.exists(root.resolve("nowhere")));
    }

    @Test
    void refusesToChangeAFileThatIsNotUtf8() throws IOException {
        Files.write(root.resolve(A), new byte[] {'a', (byte) 0xE9, '\n'});

        assertThrows(WriteFailure.class, () -> apply(new Revision(A, A, List.of(edit(1, 1, 1, 2, "x")))));

        assertEquals(3, Files.size(root.resolve(A)));
    }

    @Test
    void refusesPathsOutsideTheProject() {
        assertThrows(IllegalArgumentException.class, () -> apply(new Creation("../x.md", "x")));
    }

    @Test
    void refusesEditsThatOverlap() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EditedText.of("one two", List.of(edit(1, 1, 1, 5, ""), edit(1, 4, 1, 6, ""))));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no POSIX permissions there")
    void keepsPermissions() throws IOException {
        Files.setPosixFilePermissions(root.resolve(A), PosixFilePermissions.fromString("rw-rw-r--"));

        apply(new Revision(A, C, List.of()));

        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(C))));
    }

    private void apply(FileChange... changes) {
        writer(root).apply(ProjectReader.read(root), List.of(changes));
    }

    private static Edit edit(int line, int column, int endLine, int endColumn, String text) {
        return new Edit(new Span(A, line, column, endLine, endColumn), text);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String path) throws IOException {
        return new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith(".waymark"))
                    .sorted()
                    .toList();
        }
    }
}
