package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.source.Span;

/**
 * Where an entry and its fields stand.
 *
 * @param whole the beginning of the entry
 * @param values the places of the fields' values, by field name
 * @param items the places of the items of those that are lists, by field name and the text of the item
 */
public record Origin(Span whole, Map<String, Span> values, Map<String, Map<String, Span>> items) {
    public Origin {
        values = Map.copyOf(values);
        items = Map.copyOf(items);
    }

    /** Of an entry of which nothing but its beginning is known. */
    public static Origin at(Span whole) {
        return new Origin(whole, Map.of(), Map.of());
    }

    public String path() {
        return whole.path();
    }

    /** The place of a field's value; the beginning of the entry where the field is not given. */
    public Span of(Field<?> field) {
        return values.getOrDefault(field.name(), whole);
    }

    /** The place of an item of a list; the whole list where no item is written like this. */
    public Span of(Field<? extends List<?>> field, String item) {
        return items.getOrDefault(field.name(), Map.of()).getOrDefault(item, of(field));
    }
}
