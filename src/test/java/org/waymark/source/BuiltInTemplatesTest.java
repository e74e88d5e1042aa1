package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInTemplatesTest {
    private static final Path FOLDER = Path.of("templates");

    @Test
    void listsEveryBuiltInFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertEquals(
                    files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList(),
                    BuiltInTemplates.NAMES);
        }
    }

    @Test
    void packsFilesUnchanged() throws IOException {
        for (String name : BuiltInTemplates.NAMES) {
            assertArrayEquals(Files.readAllBytes(FOLDER.resolve(name)), BuiltInTemplates.bytes(name), name);
        }
    }

    /** FreeMarker's forced escaping does not stop these; they would let a template do more than show a page. */
    @Test
    void usesNoDangerousBuiltIns() {
        Pattern forbidden =
                Pattern.compile("\\?\\s*(no_esc|noEsc|new|api|eval|eval_json|interpret)\\b|<#no_?[eE]sc|<#noautoesc");
        List<String> offenders = BuiltInTemplates.NAMES.stream()
                .filter(name -> name.endsWith(".ftlh"))
                .filter(name -> forbidden
                        .matcher(new String(BuiltInTemplates.bytes(name), StandardCharsets.UTF_8))
                        .find())
                .toList();
        assertEquals(List.of(), offenders);
        assertTrue(forbidden.matcher("${page.body?no_esc}").find());
    }
}
