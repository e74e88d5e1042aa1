package org.waymark.directory;

import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;

/**
 * An entry as it was written, whether or not it is complete. Rules that look at single fields or at the text use it, so
 * that one fault in an entry does not hide another.
 *
 * @param name the file name without its ending, or the term, from which the id was made; empty where the term is missing, or
 *     where this only stands for what a file with another fault may hold
 * @param file where it stands; empty for what stands in for a file of another kind
 * @param fields those that could be decoded
 * @param entry absent when a required field is missing or wrong
 */
public record Document(Kind<?> kind, String name, SourceFile file, Fields fields, Optional<? extends Entry> entry) {
    public Id id() {
        return fields.id();
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** Relative to the project. */
    public String path() {
        return fields.origin().path();
    }

    /** When readers may see it. */
    public Visibility visibility() {
        return Visibility.of(fields);
    }

    /** Who looks after it, if it says so. */
    public Optional<String> owner() {
        return fields.find(Reviewed.OWNER).flatMap(name -> name);
    }

    /** Its name or title, as far as it can be told; else its id. */
    public String label() {
        return fields.find(kind.labelField())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(id().value());
    }

    public Optional<Prose> body() {
        return fields.body();
    }
}
