package org.waymark.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Span;

/** Where an entry and the values of its fields are. Immutable. */
public final class Origin {
    private final Span whole;
    private final List<Field<?>> declared;
    private final @Nullable Span[] values;

    Origin(Span whole, List<Field<?>> declared, @Nullable Span[] values) {
        this.whole = whole;
        this.declared = declared;
        this.values = values;
    }

    /** Of an entry of which nothing but its beginning is known. */
    public static Origin at(Span whole) {
        return new Origin(whole, List.of(), new Span[0]);
    }

    /** The beginning of the entry. */
    public Span whole() {
        return whole;
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
        return given(field).orElse(whole);
    }

    /** The place of a field's value, if the entry gives it, readable or not. */
    public Optional<Span> given(Field<?> field) {
        int place = field.placeIn(declared);
        return place < 0 ? Optional.empty() : Optional.ofNullable(values[place]);
    }

    /** The place of a part of a file of settings by its name, as in messages about it; the beginning where it is not given. */
    public Span of(String part) {
        for (Field<?> field : declared) {
            if (field.name().equals(part)) {
                return of(field);
            }
        }
        return whole;
    }

    /** The places of all values that are given. */
    public Stream<Span> all() {
        return Arrays.stream(values).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
