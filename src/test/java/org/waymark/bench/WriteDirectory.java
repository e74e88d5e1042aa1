package org.waymark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.schema.Id;

/**
 * Writes a generated directory to disk: for Waymark, into {@code waymark}, and the same content for other programs,
 * into {@code others}. Those get Markdown with YAML front matter; their links already point to pages, and the lists
 * that a case study appears in are given, so they need not compute these.
 */
final class WriteDirectory {
    private static final Pattern LINK_TO_ENTRY = Pattern.compile("\\(\\.\\./([a-z-]+)/([a-z0-9-]+)\\.md\\)");
    private static final Pattern LINK_TO_TERM = Pattern.compile("\\(\\.\\./glossary\\.yaml#([a-z0-9-]+)\\)");

    private WriteDirectory() {}

    /** Takes the number of case studies and a folder. */
    public static void main(String[] arguments) {
        to(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
    }

    static void to(Path folder, int caseStudies) {
        var directory = new GeneratedDirectory(caseStudies, GeneratedDirectory.SEED);
        Path waymark = folder.resolve("waymark");
        directory.files().parallel().forEach(file -> write(waymark.resolve(file.path()), file.text()));
        Path others = folder.resolve("others");
        directory.entries().parallel().forEach(entry -> writePlain(others, entry.get()));
        write(others.resolve("data/glossary.yaml"), directory.glossary());
        GeneratedDirectory.lists().forEach((kind, titles) -> {
            writeList(others, kind + "/_index.md", kind + "\n_build: {render: never, list: never}");
            titles.forEach((id, title) -> writeList(others, kind + "/" + id + "/_index.md", title));
        });
        GeneratedDirectory.lists()
                .get("by-region")
                .forEach((id, title) -> writeList(others, "regions/" + id + ".md", title));
        for (String title : List.of("Case studies", "Services", "Categories", "Organisations", "Regions")) {
            writeList(others, Id.from(title) + "/_index.md", title);
        }
        writeList(others, "glossary.md", "Glossary\ntype: glossary");
    }

    private static void writeList(Path others, String file, String title) {
        write(others.resolve("content").resolve(file), "---\ntitle: " + title + "\n---\n");
    }

    private static void writePlain(Path others, GeneratedEntry entry) {
        String lists = entry.lists().entrySet().stream()
                .map(list -> list.getKey() + ": [" + String.join(", ", list.getValue()) + "]\n")
                .sorted()
                .collect(Collectors.joining());
        String title = entry.fields().startsWith("title: ") ? "" : "title: " + entry.title() + "\n";
        String file = entry.folder() + "/" + entry.id() + (entry.body().isEmpty() ? "/_index.md" : ".md");
        write(
                others.resolve("content").resolve(file.replaceFirst("^pages/", "")),
                "---\n" + title + lists + entry.fields() + "---\n\n" + withLinksToPages(entry.body()));
    }

    private static String withLinksToPages(String body) {
        return LINK_TO_TERM
                .matcher(LINK_TO_ENTRY.matcher(body).replaceAll("(/$1/$2/)"))
                .replaceAll("(/glossary/#$1)");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
