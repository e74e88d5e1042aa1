package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUriTest {
    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths with drive letters have a case of their own")
    @CsvSource(
            delimiter = '|',
            value = {
                "file:///a/b.md                 | /a/b.md",
                "file:/a/b.md                   | /a/b.md",
                "file://localhost/a/b.md        | /a/b.md",
                "FILE:///a/b.md                 | /a/b.md",
                "file:///a%20b/c%C3%A9.md       | /a b/cé.md",
                "file:///a b/cé.md              | /a b/cé.md",
                "file:///a/[b]^{c}.md           | /a/[b]^{c}.md",
                "file:///a/50%25%23.md          | /a/50%#.md",
                "file:///a/./b/../c.md          | /a/c.md",
                "file:///c%3A/Users/x.md        | /c:/Users/x.md",
            })
    void readsUrisFromClients(String uri, String path) {
        assertEquals(Optional.of(Path.of(path)), FileUri.toPath(uri));
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void readsDriveLetters() {
        assertEquals(Optional.of(Path.of("c:\\Users\\x.md")), FileUri.toPath("file:///c%3A/Users/x.md"));
        assertEquals(Optional.of(Path.of("c:\\Users\\x.md")), FileUri.toPath("file:///C:/Users/x.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "",
                "vscode-vfs://github/a/b.md",
                "file:",
                "a/b.md",
                "file:///a%00b",
                "://"
            })
    void rejectsOtherUris(String uri) {
        assertEquals(Optional.empty(), FileUri.toPath(uri));
    }

    @Test
    void roundTrips() {
        Path file = Path.of("some folder", "é#%.md").toAbsolutePath();
        assertEquals(Optional.of(file), FileUri.toPath(FileUri.of(file)));
    }
}
