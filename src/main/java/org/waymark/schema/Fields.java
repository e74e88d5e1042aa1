package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;

/**
 * The decoded fields of one entry or group, as far as they could be decoded. Each value has the index of its field in the
 * kind or group. Immutable.
 */
public final class Fields {
    private final Id id;
    private final List<Field<?>> declared;
    private final @Nullable Object[] values;
    private final Optional<Prose> body;
    private final Origin origin;

    private Fields(Id id, List<Field<?>> declared, @Nullable Object[] values, Optional<Prose> body, Origin origin) {
        this.id = id;
        this.declared = declared;
        this.values = values;
        this.body = body;
        this.origin = origin;
    }

    /** Of an entry whose kind could not be decoded at all. */
    public static Fields none(Kind kind, Id id, Optional<Prose> body, Span start) {
        return new Builder(kind.fields()).build(id, body, start);
    }

    public Id id() {
        return id;
    }

    /** Absent for kinds without a text. */
    public Optional<Prose> body() {
        return body;
    }

    public Origin origin() {
        return origin;
    }

    /**
     * The value of a field of an entry that has been decoded without an error.
     *
     * @throws IllegalStateException if the field could not be decoded
     */
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field.name() + " was not decoded"));
    }

    /** The value of a field, if the entry has one or the field has a default. */
    public <T> Optional<T> find(Field<T> field) {
        Object value = decoded(field);
        return value == null ? field.whenAbsent() : Optional.of(field.valueOf(value));
    }

    /**
     * The value of a field, whatever its kind declares it to be.
     *
     * @return empty if the entry has no value for the field, or one of another type
     */
    public <T> Optional<T> get(Field<?> field, Class<T> type) {
        Object value = decoded(field);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** The decoded value of a field, if the entry has one. */
    public Optional<Object> value(Field<?> field) {
        return Optional.ofNullable(decoded(field));
    }

    private @Nullable Object decoded(Field<?> field) {
        int place = field.placeIn(declared);
        return place < 0 ? null : values[place];
    }

    /** The items of a list field; empty if the entry does not have it. */
    public <T> List<T> items(Field<?> field, Class<T> type) {
        return get(field, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The fields that have a value in the entry. */
    public Stream<Field<?>> given() {
        return declared.stream().filter(field -> decoded(field) != null);
    }

    /** Whether each required field has a value, so an entry can be made of them. */
    public boolean isComplete() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && declared.get(i).isRequired()) {
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
        addAll(decoded(field), type, found);
        return found.stream();
    }

    private <T> void addAll(Class<T> type, List<T> found) {
        for (Object value : values) {
            addAll(value, type, found);
        }
    }

    private static <T> void addAll(@Nullable Object value, Class<T> type, List<T> found) {
        if (type.isInstance(value)) {
            found.add(type.cast(value));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> addAll(item, type, found));
        } else if (value instanceof Fields group) {
            group.addAll(type, found);
        }
    }

    /** Every reference in any field. */
    public Stream<Ref> references() {
        return all(Ref.class);
    }

    /** Every reference in one field. */
    public Stream<Ref> references(Field<?> field) {
        return all(field, Ref.class);
    }

    /** Collects values while an entry is decoded. */
    static final class Builder {
        private final List<Field<?>> declared;
        private final @Nullable Object[] values;
        private final @Nullable Span[] places;

        Builder(List<Field<?>> declared) {
            this.declared = declared;
            values = new Object[declared.size()];
            places = new Span[declared.size()];
        }

        void place(int ordinal, Span place) {
            places[ordinal] = place;
        }

        void value(int ordinal, Object value) {
            values[ordinal] = value;
        }

        boolean has(int ordinal) {
            return values[ordinal] != null;
        }

        Fields build(Id id, Optional<Prose> body, Span start) {
            return new Fields(id, declared, values, body, new Origin(start, declared, places));
        }
    }
}
