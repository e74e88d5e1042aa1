package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;

/** A value of another type together with its position. */
public record WithSpan<T>(FieldType<T> type) implements FieldType<Placed<T>> {
    @Override
    public Outcome<Placed<T>> decode(String name, Value value) {
        return type.decode(name, value).map(decoded -> new Placed<>(decoded, value.span()));
    }

    @Override
    public Map<String, Object> schema() {
        return type.schema();
    }

    @Override
    public String example() {
        return type.example();
    }

    @Override
    public List<String> choices() {
        return type.choices();
    }

    @Override
    public boolean isText() {
        return type.isText();
    }
}
