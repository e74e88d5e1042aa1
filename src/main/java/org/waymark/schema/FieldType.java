package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;

/** What a field's value must be. The field decides this, never the format of the file. */
public interface FieldType<T> {
    /**
     * Reads a value.
     *
     * @param name the field, for messages
     */
    Outcome<T> decode(String name, Value value);

    /** The JSON Schema (draft 2020-12) of the value, as nested maps, lists and texts. */
    Map<String, Object> jsonSchema();

    /** A value that would be accepted, as it is typed. */
    String example();

    /** How the value is made up. */
    default Shape shape() {
        return new Shape.Text();
    }
}
