package org.waymark.tool.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.content.Shapes;
import org.waymark.directory.Kinds;
import org.waymark.directory.Site;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
import org.waymark.source.FileChange;

/** The files of a new directory: its settings, and a few examples of the entries of its shape. */
public final class NewDirectory {
    private static final String TODAY = "TODAY";

    /** For a directory that has no kinds yet. */
    private static final String README_WITHOUT_KINDS = "README-without-kinds.md";

    private static final String README = "README.md";

    private NewDirectory() {}

    /** The required settings of a site, to be changed. */
    public static void addDefaults(TypedFields site, LocalDate today) {
        Map<String, String> defaults = Map.of(
                "summary", "An example of a directory, with entries that are made up.",
                "publisher.url", "https://www.example.org/",
                "language", "en-GB",
                "base-url", "https://directory.example.org/",
                "contact.url", "https://www.example.org/contact",
                "source.title", "An example of a source",
                "source.publisher", "An example of a publisher",
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
     * @param site the settings of the site, with all that are required and the name of the shape
     * @param kinds those of the shape
     * @param today the date on which the examples are added
     */
    public static List<FileChange> of(TypedFields site, Kinds kinds, LocalDate today) {
        var files = new ArrayList<FileChange>();
        String hint = "# The settings of the site. Change everything that ends in example.org before you publish it.\n";
        files.add(
                new FileChange.Creation(Site.KIND.place().path(), hint + EntryText.of(Site.KIND, site.mapping(), "")));
        String readme = mostWritten(kinds).isPresent() ? README : README_WITHOUT_KINDS;
        HostingFiles.forGit().forEach(file -> file.change(Optional.empty()).ifPresent(files::add));
        files.add(new FileChange.Creation(README, withWords(InitResource.read(readme), kinds)));
        Shapes.sample(kinds.shape().name())
                .forEach((path, text) ->
                        files.add(new FileChange.Creation(path, text.replace(TODAY, today.toString()))));
        return files;
    }

    /** The kind with most of the entries that people write: the one that records when they were added, or else any. */
    public static Optional<Kind> mostWritten(Kinds kinds) {
        return kinds.withPages().stream()
                .filter(kind -> kind.field(Role.ADDED).isPresent())
                .findFirst()
                .or(() -> kinds.withPages().stream().findFirst());
    }

    private static String withWords(String text, Kinds kinds) {
        String name = kinds.shape().name();
        return text.replace("SHAPE", name)
                .replace("ABOUT", Shapes.all().getOrDefault(name, ""))
                .replace("KIND", mostWritten(kinds).map(Kind::name).orElse(""));
    }
}
