package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;

/** The type of an optional field: that of its value, which may be absent. */
record OptionalType<T>(FieldType<T> type) implements FieldType<Optional<T>> {
    @Override
    public Outcome<Optional<T>> decode(String name, Value value) {
        return type.decode(name, value).map(Optional::of);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return type.jsonSchema();
    }

    @Override
    public String example() {
        return type.example();
    }

    @Override
    public Shape shape() {
        return type.shape();
    }
}
