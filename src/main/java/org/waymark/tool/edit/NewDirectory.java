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
import org.waymark.content.Shapes;
import org.waymark.directory.Site;
import org.waymark.source.FileChange;

/** The files of a new directory: its settings, and one example of each kind of entry. */
public final class NewDirectory {
    private static final String TODAY = "TODAY";

    /** The destination of each of this package's resources. */
    /** The files of every new directory, by what they are called in it. */
    private static final Map<String, String> OF_ANY_SHAPE =
            new TreeMap<>(Map.of("README.md", "README.md", ".gitignore", "gitignore"));

    private NewDirectory() {}

    /** The required settings of a site, with placeholders to edit. */
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
     * @param site the settings of the site, with all that are required
     * @param today the date on which the examples are added
     */
    public static List<FileChange> of(TypedFields site, LocalDate today) {
        var files = new ArrayList<FileChange>();
        String hint = "# The settings of the site. Change everything that ends in example.org before you publish it.\n";
        files.add(
                new FileChange.Creation(Site.KIND.place().path(), hint + EntryText.of(Site.KIND, site.mapping(), "")));
        OF_ANY_SHAPE.forEach((path, resource) -> files.add(new FileChange.Creation(path, read(resource))));
        Shapes.sample()
                .forEach((path, text) ->
                        files.add(new FileChange.Creation(path, text.replace(TODAY, today.toString()))));
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
