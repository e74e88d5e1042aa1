package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
    private static final FileTime LONG_AGO = FileTime.from(NOW.minusSeconds(3600));
    private static final FileTime JUST_NOW = FileTime.from(NOW.minusSeconds(1));

    @TempDir
    private Path root;

    private Path page;
    private ProjectFolder folder;

    @BeforeEach
    void writeOnePage() throws IOException {
        page = root.resolve("content/pages/a.md");
        Files.createDirectories(page.getParent());
        folder = new ProjectFolder(root, () -> NOW);
    }

    @Test
    void equalsAProjectReader() throws IOException {
        write("one", LONG_AGO);
        Files.createDirectories(root.resolve("content/images"));
        Files.writeString(root.resolve("content/images/a.svg"), "<svg/>");
        Files.createDirectories(root.resolve("templates/assets"));
        Files.writeString(root.resolve("templates/assets/site.css"), "a {}");
        Files.writeString(root.resolve("templates/assets/more.css"), "b {}");
        assertEquals(ProjectReader.read(root), folder.read());
        assertEquals(ProjectReader.read(root), folder.read());
    }

    @Test
    void doesNotRereadUnchangedFiles() throws IOException {
        write("one", LONG_AGO);
        assertSame(text(), text());
    }

    @Test
    void detectsAChangeOfTheSameSizeWithinOneTick() throws IOException {
        write("one", JUST_NOW);
        assertEquals("one", text().text());
        write("two", JUST_NOW);
        assertEquals("two", text().text());
    }

    @Test
    void detectsAChangeWhateverTheTimestamp() throws IOException {
        for (String time : List.of("1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
            write("one", FileTime.from(Instant.parse(time)));
            assertEquals("one", text().text());
            write("two", FileTime.from(Instant.parse(time)));
            assertEquals("two", text().text(), time);
        }
        write("one", LONG_AGO);
        assertEquals("one", text().text());
        write("two", FileTime.from(LONG_AGO.toInstant().minusSeconds(60)));
        assertEquals("two", text().text(), "the clock went back");
    }

    @Test
    void detectsAReplacementOfTheSameSizeAndTime() throws IOException {
        write("one", LONG_AGO);
        assertEquals("one", text().text());
        Path other = root.resolve("other");
        Files.writeString(other, "two");
        Files.setLastModifiedTime(other, LONG_AGO);
        Files.move(other, page, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("two", text().text());
    }

    @Test
    void detectsAChangedImageWithoutReadingIt() throws IOException {
        Path picture = root.resolve("content/images/a.png");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "one");
        Project before = folder.read();
        assertEquals(before, folder.read());
        Files.writeString(picture, "three");
        assertNotEquals(before, folder.read());
    }

    private SourceFile text() {
        return folder.read().content().get(0);
    }

    private void write(String text, FileTime modified) throws IOException {
        Files.writeString(page, text);
        Files.setLastModifiedTime(page, modified);
    }
}
