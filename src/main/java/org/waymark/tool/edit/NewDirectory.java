package org.waymark.tool.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.directory.Site;
import org.waymark.source.FileChange;

/** The files of a directory that has just begun: its settings, and one example of each kind of entry. */
public final class NewDirectory {
    private static final String TODAY = "TODAY";

    /** Where the files of this package's resources go. */
    private static final Map<String, String> EXAMPLES = new TreeMap<>(Map.of(
            "README.md", "README.md",
            ".gitignore", "gitignore",
            "content/categories/example-category.md", "example-category.md",
            "content/services/example-service.md", "example-service.md",
            "content/organisations/example-organisation.yaml", "example-organisation.yaml",
            "content/case-studies/example-case-study.md", "example-case-study.md",
            "content/pages/about.md", "about.md",
            "content/glossary.yaml", "glossary.yaml"));

    private NewDirectory() {}

    /** The required settings of a site: what to change in them is in the values. */
    public static void addDefaults(TypedFields site, LocalDate today) {
        Map<String, String> defaults = Map.of(
                "summary", "Say here in one sentence what the directory is.",
                "publisher.url", "https://www.example.org/",
                "language", "en-GB",
                "base-url", "https://directory.example.org/",
                "contact.url", "https://www.example.org/contact",
                "source.title", "The publication on which the directory is based",
                "source.publisher", "Its publisher",
                "source.url", "https://www.example.org/",
                "source.published", today.toString());
        new TreeMap<>(defaults).forEach((path, value) -> {
            if (!site.has(path)) {
                site.set(path, value);
            }
        });
    }

    /**
     * All files of the new directory.
     *
     * @param site the settings of the site, all that are required
     * @param today the day on which the examples join the directory
     */
    public static List<FileChange> of(TypedFields site, LocalDate today) {
        var files = new ArrayList<FileChange>();
        String hint = "# The settings of the site. Change all that ends in example.org before you publish it.\n";
        files.add(
                new FileChange.Creation(Site.KIND.place().path(), hint + EntryText.of(Site.KIND, site.mapping(), "")));
        EXAMPLES.forEach((path, resource) ->
                files.add(new FileChange.Creation(path, read(resource).replace(TODAY, today.toString()))));
        return files;
    }

    private static String read(String name) {
        try (InputStream in = NewDirectory.class.getResourceAsStream("/org/waymark/init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
