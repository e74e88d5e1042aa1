package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between listing their folder and reading them. */
class ChangingFileTest {
    @TempDir
    private Path root;

    private Path page;
    private Supplier<byte[]> bytes;

    @BeforeEach
    void listOnePage() throws IOException {
        page = root.resolve("content/pages/a.md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "as it was listed");
        bytes = new FolderFiles(root).below("content").get(0).bytes();
    }

    @Test
    void readsTheCurrentContent() throws IOException {
        Files.writeString(page, "longer than it was when it was listed");
        assertEquals("longer than it was when it was listed", text());
    }

    @Test
    void reportsARemovedFile() throws IOException {
        Files.delete(page);
        assertEquals("cannot read " + page + ": it is not there", failure());
    }

    /** Linux reports its own settings files as empty; a file that grows while it is read looks the same. */
    @Test
    void refusesAFileThatGrowsWhileItIsRead() {
        Path setting = Path.of("/proc/sys/vm/overcommit_memory");
        assumeTrue(Files.isReadable(setting), "this machine has no files of which it knows no size");
        bytes = new FolderFiles(Path.of("/proc/sys"))
                .below("vm").stream()
                        .filter(file -> file.path().endsWith("overcommit_memory"))
                        .findFirst()
                        .orElseThrow()
                        .bytes();
        assertEquals("cannot read " + setting + ": it is being written; try again when that has finished", failure());
    }

    private String text() {
        return new String(bytes.get(), StandardCharsets.UTF_8);
    }

    private String failure() {
        return assertThrows(ReadFailure.class, bytes::get).getMessage();
    }
}
