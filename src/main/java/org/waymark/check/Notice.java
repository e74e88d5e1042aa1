package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.EntryName;
import org.waymark.source.SourceFile;

/** The notice that an editor may write about a removed entry. */
final class Notice {
    private Notice() {}

    /** As an item of {@code content/gone.yaml} on one line. */
    static String line(EntryName name, LocalDate since) {
        return "- {was: " + name + ", name: " + label(name) + ", since: " + since + "}";
    }

    /** Adds it to the existing notices; empty if there is no list of them yet. */
    static Optional<Fix> addTo(Directory directory, EntryName name) {
        return directory
                .entries(directory.kinds().notices())
                .map(Entry::file)
                .findFirst()
                .filter(file -> file.text().startsWith("- ") || file.text().contains("\n- "))
                .map(file -> Fix.possible(
                        "Add a notice that `" + name + "` is gone",
                        Fix.insertion(
                                file.path(),
                                file.position(file.text().length()),
                                gap(file) + "- was: " + name + "\n  name: " + label(name) + "\n  since: "
                                        + directory.asOf() + "\n")));
    }

    private static String gap(SourceFile file) {
        return file.text().endsWith("\n") ? "\n" : "\n\n";
    }

    /** The name that the entry may have had, guessed from its id. */
    private static String label(EntryName name) {
        String words = name.id().value().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
