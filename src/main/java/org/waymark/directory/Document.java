package org.waymark.directory;

import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;

/**
 * An entry as it was read, complete or not. Rules that check single fields or the text use it, so that one problem in
 * an entry does not hide another.
 *
 * @param name the file name without its extension, or the term, from which the id was made; empty if the term is
 *     missing, or if this is a placeholder for the content of an unreadable file
 * @param file the file that contains it; empty for a placeholder for a file of another kind
 * @param fields the fields that could be decoded
 * @param entry absent if a required field is missing or invalid
 */
public record Document(Kind<?> kind, String name, SourceFile file, Fields fields, Optional<? extends Entry> entry) {
    public Id id() {
        return fields.id();
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** The path of the file, relative to the project. */
    public String path() {
        return fields.origin().path();
    }

    /** When the entry is published. */
    public Visibility visibility() {
        return Visibility.of(fields);
    }

    /** The owner, if given. */
    public Optional<String> owner() {
        return fields.find(Reviewed.OWNER).flatMap(name -> name);
    }

    /** The name or title if readable, otherwise the id. */
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
