package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
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
public record Document(Kind kind, String name, SourceFile file, Fields fields, Optional<? extends Entry> entry) {
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
        return fields.find(CommonFields.OWNER).flatMap(name -> name);
    }

    /** The name or title if readable, otherwise the id. */
    public String label() {
        return fields.find(kind.labelField())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(id().value());
    }

    /** Every value of a type in any field. */
    public <T> Stream<T> all(Class<T> type) {
        return fields.all(type);
    }

    /** The date on which it joined the directory, if its kind records it. */
    public Optional<LocalDate> added() {
        return kind.field(Role.ADDED).flatMap(field -> fields.value(field.name(), LocalDate.class));
    }

    /** Other names, by which readers may look for it. */
    public List<String> alternativeNames() {
        return kind.field(Role.ALTERNATIVE_NAMES).stream()
                .flatMap(field -> fields.items(field.name(), String.class).stream())
                .toList();
    }

    public Optional<Prose> body() {
        return fields.body();
    }
}
