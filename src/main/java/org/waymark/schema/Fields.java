package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Prose;

/**
 * The decoded fields of one entry, as far as they could be decoded.
 *
 * @param values by field name
 * @param body absent for kinds without a text
 */
public record Fields(Id id, Map<String, Object> values, Optional<Prose> body, Origin origin) {
    public Fields {
        values = Map.copyOf(values);
    }

    /**
     * The value of a field of an entry that has been decoded without an error.
     *
     * @throws IllegalStateException if the field could not be decoded
     */
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field.name() + " was not decoded"));
    }

    /** The value of a field, if the entry gives it or the field has a default. */
    @SuppressWarnings("unchecked") // only the field's own type puts a value under its name
    public <T> Optional<T> find(Field<T> field) {
        Object value = values.get(field.name());
        return value == null ? field.whenAbsent() : Optional.of((T) value);
    }

    /** Whether each of some fields has a value, so that an entry can be made of them. */
    public boolean has(List<Field<?>> all) {
        for (Field<?> field : all) {
            if (field.isRequired() && !values.containsKey(field.name())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text of an entry whose kind has one.
     *
     * @throws IllegalStateException for a kind without a text
     */
    public Prose prose() {
        return body.orElseThrow(() -> new IllegalStateException(id + " has no text"));
    }

    /** Every reference in any field. */
    public Stream<Ref<?>> references() {
        var found = new ArrayList<Ref<?>>();
        values.values().forEach(value -> addReferences(value, found));
        return found.stream();
    }

    /** Every reference in one field. */
    public Stream<Ref<?>> references(Field<?> field) {
        var found = new ArrayList<Ref<?>>();
        Object value = values.get(field.name());
        if (value != null) {
            addReferences(value, found);
        }
        return found.stream();
    }

    private static void addReferences(Object value, List<Ref<?>> found) {
        if (value instanceof Ref<?> ref) {
            found.add(ref);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> addReferences(item, found));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> addReferences(present, found));
        }
    }

    /** Collects values while an entry is decoded. */
    static final class Builder {
        private final Map<String, Object> values = new HashMap<>();

        <T> void put(Field<T> field, T value) {
            values.put(field.name(), value);
        }

        Map<String, Object> build() {
            return values;
        }
    }
}
