package org.waymark.schema;

import java.util.List;
import java.util.Optional;

/**
 * A field of a kind.
 *
 * @param <T> of its value in an entry: that of its type, or an {@code Optional} of it
 * @param name the editors' plain words in kebab-case
 * @param type what its value must be
 * @param whenAbsent its value in an entry without it; empty for a required field
 * @param doc what to write in it, for editors, in half a sentence
 */
public record Field<T>(String name, FieldType<?> type, Optional<T> whenAbsent, String doc) {
    public static <T> Field<T> required(String name, FieldType<T> type, String doc) {
        return new Field<>(name, type, Optional.empty(), doc);
    }

    public static <T> Field<Optional<T>> optional(String name, FieldType<T> type, String doc) {
        return new Field<>(name, type, Optional.of(Optional.empty()), doc);
    }

    /** An optional list, empty where it is absent. */
    public static <T> Field<List<T>> list(String name, FieldType<T> item, String doc) {
        return new Field<>(name, new ListOf<>(item), Optional.of(List.of()), doc);
    }

    public boolean isRequired() {
        return whenAbsent.isEmpty();
    }

    /** The field's value, from what its type decoded. */
    @SuppressWarnings("unchecked") // the methods above pair each type with its T
    T valueOf(Object decoded) {
        boolean isOptional = whenAbsent.isPresent() && whenAbsent.get() instanceof Optional;
        return (T) (isOptional ? Optional.of(decoded) : decoded);
    }
}
