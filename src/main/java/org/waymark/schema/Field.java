package org.waymark.schema;

import java.util.List;
import java.util.Optional;

/**
 * A field of a kind.
 *
 * @param name the editors' plain words in kebab-case
 * @param type what its value must be
 * @param whenAbsent its value where an entry does not give it; empty for a required field
 * @param doc what to write in it, for editors, in half a sentence
 */
public record Field<T>(String name, FieldType<T> type, Optional<T> whenAbsent, String doc) {
    public static <T> Field<T> required(String name, FieldType<T> type, String doc) {
        return new Field<>(name, type, Optional.empty(), doc);
    }

    public static <T> Field<Optional<T>> optional(String name, FieldType<T> type, String doc) {
        return new Field<>(name, new OptionalType<>(type), Optional.of(Optional.empty()), doc);
    }

    /** An optional list: where it is not given, it is empty. */
    public static <T> Field<List<T>> list(String name, FieldType<T> item, String doc) {
        return new Field<>(name, Types.listOf(item), Optional.of(List.of()), doc);
    }

    public boolean isRequired() {
        return whenAbsent.isEmpty();
    }
}
