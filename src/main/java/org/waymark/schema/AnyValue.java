package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;

/**
 * The type of a field with a faulty declaration or location, or of a part of another program's file that Waymark does not read: it
 * accepts anything silently.
 */
public record AnyValue<T>() implements FieldType.CustomType<T> {
    @Override
    public Outcome<T> decode(String name, Value value) {
        return new Outcome<>(Optional.empty(), List.of());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of();
    }

    @Override
    public String example() {
        return "…";
    }
}
