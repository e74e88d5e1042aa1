package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Sequence;

/** What a declaration may give once or several times: {@code venue} or {@code [venue, organisation]}. */
public record OneOrMany<T>(FieldType<T> item) implements FieldType.CustomType<List<T>> {
    @Override
    public Outcome<List<T>> decode(String name, Value value) {
        return value instanceof Sequence
                ? ListOf.nonEmpty(item).decode(name, value)
                : item.decode(name, value).map(List::of);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(item.schema(), ListOf.nonEmpty(item).schema()));
    }

    @Override
    public String example() {
        return item.example();
    }
}
