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

    /**
     * The value of a field by its name, whatever its kind declares it to be.
     *
     * @return empty where the entry does not give the field, or gives another type
     */
    public <T> Optional<T> value(String name, Class<T> type) {
        Object value = values.get(name);
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return Optional.ofNullable(present).filter(type::isInstance).map(type::cast);
    }

    /** The items of a list field by its name; empty where the entry does not give it. */
    public <T> List<T> items(String name, Class<T> type) {
        return value(name, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
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

    /** Every value of a type in any field, also within lists and groups. */
    public <T> Stream<T> all(Class<T> type) {
        var found = new ArrayList<T>();
        addAll(type, found);
        return found.stream();
    }

    /** Every value of a type in one field, also within lists and groups. */
    public <T> Stream<T> all(Field<?> field, Class<T> type) {
        var found = new ArrayList<T>();
        Object value = values.get(field.name());
        if (value != null) {
            addAll(value, type, found);
        }
        return found.stream();
    }

    private <T> void addAll(Class<T> type, List<T> found) {
        values.values().forEach(value -> addAll(value, type, found));
    }

    private static <T> void addAll(Object value, Class<T> type, List<T> found) {
        if (type.isInstance(value)) {
            found.add(type.cast(value));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> addAll(item, type, found));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> addAll(present, type, found));
        } else if (value instanceof Fields group) {
            group.addAll(type, found);
        }
    }

    /** Every reference in any field. */
    public Stream<Ref> references() {
        var found = new ArrayList<Ref>();
        values.values().forEach(value -> addReferences(value, found));
        return found.stream();
    }

    /** Every reference in one field. */
    public Stream<Ref> references(Field<?> field) {
        var found = new ArrayList<Ref>();
        Object value = values.get(field.name());
        if (value != null) {
            addReferences(value, found);
        }
        return found.stream();
    }

    private static void addReferences(Object value, List<Ref> found) {
        if (value instanceof Ref ref) {
            found.add(ref);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> addReferences(item, found));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> addReferences(present, found));
        } else if (value instanceof Fields group) {
            group.values.values().forEach(part -> addReferences(part, found));
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
