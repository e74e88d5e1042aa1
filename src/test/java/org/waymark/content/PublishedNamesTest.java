package org.waymark.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.TestKinds;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.AssetFile;
import org.waymark.source.ContentImage;
import org.waymark.source.FileVersion;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class PublishedNamesTest {
    private static final FileVersion VERSION = new FileVersion(0, FileTime.fromMillis(0), Optional.empty());

    private static List<Diagnostic> check(List<String> images, List<String> assets, List<String> others) {
        var project = new Project(
                List.of(SourceFile.of("content/site.yaml", "")),
                images.stream()
                        .map(path -> new ContentImage(path, Path.of("a"), VERSION))
                        .toList(),
                others,
                List.of(),
                List.of(),
                assets.stream().map(path -> new AssetFile(path, new byte[0])).toList());
        return TestKinds.READER.checkFiles(project).diagnostics();
    }

    /** Bidirectional controls, separators, joiners, fillers, tags, private and other spaces, by number. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x09, 0x0A, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x17B4, 0x180B, 0x180E, 0x2003, 0x200B,
                0x200D, 0x200E, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0x2800, 0x3000, 0x3164,
                0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0xE0041, 0xE0101, 0xF0000, 0x10FFFF
            })
    void reportsInvisibleCharactersInNames(int character) {
        String name = "x" + Character.toString(character) + "gnp.svg";
        for (String path : List.of("content/images/" + name, "content/images/" + name + "/bus.svg")) {
            Diagnostic found = check(List.of(path), List.of(), List.of()).get(0);
            assertEquals(Codes.INVALID_ID, found.code());
            assertEquals(path, found.span().path());
            assertEquals(
                    String.format(
                            "a file with this name cannot be published everywhere: it contains the invisible character U+%04X",
                            character),
                    found.message());
        }
        assertEquals(
                1,
                check(List.of(), List.of("templates/assets/" + name), List.of()).size());
        assertEquals(
                1, check(List.of(), List.of(), List.of("content/pages/" + name)).size());
    }

    @Test
    void takesTheLettersOfAllLanguages() {
        List<String> paths = List.of(
                "content/images/tŷ.svg",
                "content/images/e\u0301.svg",
                "content/images/автобус.svg",
                "content/images/バス.svg",
                "content/images/two words.svg",
                "content/images/\uD83D\uDE8C.svg");
        assertEquals(List.of(), check(paths, List.of(), List.of()));
    }
}
