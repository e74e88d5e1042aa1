package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;

/** What a field's value must be. The field decides this, never the format of the file. */
public sealed interface FieldType<T> permits ScalarType, ListOf, Group, MapOf, WithSpan, FieldType.CustomType {
    /**
     * Decodes a value, or reports what is wrong with it.
     *
     * @param name the field, for messages
     */
    Outcome<T> decode(String name, Value value);

    /** The JSON Schema (draft 2020-12) of the value, as nested maps, lists and strings. */
    Map<String, Object> schema();

    /** A valid value, as typed in a file. */
    String example();

    /** The only values allowed, as typed in a file; empty if the type is not a choice. */
    default List<String> choices() {
        return List.of();
    }

    /** Whether a value may be any text, so what follows it may be part of the text rather than a comment. */
    default boolean isText() {
        return false;
    }

    /** A type for one file only, declared next to what it decodes into. */
    non-sealed interface CustomType<T> extends FieldType<T> {}
}
