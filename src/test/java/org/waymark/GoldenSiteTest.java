package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.render.OutputFile;
import org.waymark.source.ProjectReader;

/**
 * A directory with every kind of entry and every field, compared with a recording. {@code -Dgolden.update} records it
 * again; review the difference as you would code.
 */
class GoldenSiteTest {
    private static final Path RECORDED = Path.of("src/test/resources/golden/expected");
    private static final Settings SETTINGS = new Settings(LocalDate.of(2025, 3, 1), Optional.empty());

    @Test
    void matchesTheRecordedSite() throws IOException {
        BuiltSite edition = BuiltSite.of(ProjectReader.read(TestProject.resource("/golden")), SETTINGS);
        assertEquals(List.of(), edition.diagnostics());
        Map<String, String> made = pages(edition.files());
        String update = System.getProperty("golden.update", "");
        if (!update.isEmpty() && !update.equals("false")) {
            record(made);
        }
        assertEquals(recorded().keySet(), made.keySet());
        recorded().forEach((path, text) -> assertEquals(text, made.get(path), path));
    }

    /** The part of each page that usually differs between pages; assets are left out. */
    private static Map<String, String> pages(List<OutputFile> files) {
        var pages = new TreeMap<String, String>();
        for (OutputFile file : files) {
            if (file instanceof OutputFile.Made made && !made.path().startsWith("assets/")) {
                String text = new String(made.bytes(), StandardCharsets.UTF_8);
                boolean whole = !made.path().endsWith(".html") || made.path().equals("index.html");
                String part = whole ? text : main(text);
                // The name of an asset changes with its content, which this test does not cover.
                pages.put(
                        withoutHash(made.path()),
                        withoutHash(part.replaceAll("(assets/[a-z0-9-]+)\\.[0-9a-f]{10}\\.", "$1.HASH.")));
            }
        }
        return pages;
    }

    private static String withoutHash(String text) {
        return text.replaceAll("finder/[0-9a-f]{10}/", "finder/HASH/");
    }

    private static String main(String html) {
        int start = html.indexOf("<main");
        int end = html.indexOf("</main>");
        return html.substring(start, end) + "</main>\n";
    }

    private static Map<String, String> recorded() throws IOException {
        var recorded = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(RECORDED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                recorded.put(RECORDED.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return recorded;
    }

    private static void record(Map<String, String> made) throws IOException {
        for (String path : recorded().keySet()) {
            Files.delete(RECORDED.resolve(path));
        }
        for (Map.Entry<String, String> page : made.entrySet()) {
            Path file = RECORDED.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }
}
