package org.waymark.schema;

import java.util.Map;
import org.waymark.source.Span;

/**
 * Where an entry and its fields are.
 *
 * @param whole the beginning of the entry
 * @param values the places of the fields' values, by field name
 */
public record Origin(Span whole, Map<String, Span> values) {
    public Origin {
        values = Map.copyOf(values);
    }

    /** Of an entry of which nothing but its beginning is known. */
    public static Origin at(Span whole) {
        return new Origin(whole, Map.of());
    }

    public String path() {
        return whole.path();
    }

    /** The place of the value of the field that has a role. */
    public Span of(Role role, Kind kind) {
        return kind.field(role).map(this::of).orElse(whole);
    }

    /** The place of a field's value; the beginning of the entry where the field is not given. */
    public Span of(Field<?> field) {
        return values.getOrDefault(field.name(), whole);
    }
}
