package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestImages;
import org.waymark.TestProject;

class PhotoPositionTest {
    @TempDir
    private Path folder;

    private String run(int expected, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), args);
        assertEquals(expected, code, out.toString() + err);
        return out.toString() + err;
    }

    @Test
    void fixesPhotosAndTextsAtOnce() throws IOException {
        TestProject.copySmall(folder);
        Path images = Files.createDirectories(folder.resolve("content/images"));
        byte[] photo = TestImages.jpeg(64, 48, TestImages.exif(6, true, ByteOrder.BIG_ENDIAN), "");
        Files.write(images.resolve("a.jpg"), photo);
        Files.write(images.resolve("b.jpg"), photo);
        Path page = folder.resolve("content/pages/plan.md");
        Files.writeString(page, "---\ntitle: Plan\nsummary: A page.\n---\n\nA [site](www.example.org).\n");
        String project = "--project=" + folder;

        assertTrue(run(1, "check", project).contains("photo-position"));
        assertTrue(run(0, "fix", "--dry-run", project)
                .contains("Binary files a/content/images/a.jpg and b/content/images/a.jpg differ"));
        assertArrayEquals(photo, Files.readAllBytes(images.resolve("a.jpg")));

        String report = run(0, "fix", project);
        assertTrue(report.contains("content/images/b.jpg:1: the photo records where it was taken"), report);
        byte[] fixed = Files.readAllBytes(images.resolve("a.jpg"));
        assertEquals(photo.length, fixed.length);
        assertArrayEquals(TestImages.pixels(photo), TestImages.pixels(fixed));
        assertFalse(run(0, "check", project).contains("photo-position"));
        assertTrue(run(0, "fix", project).startsWith("Fixed no faults; "));
    }
}
