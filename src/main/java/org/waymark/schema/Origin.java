package org.waymark.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Span;

/** The location of an entry and of the values of its fields. Immutable. */
public final class Origin {
    private final Span whole;
    private final List<Field<?>> declared;
    private final @Nullable Span[] values;

    Origin(Span whole, List<Field<?>> declared, @Nullable Span[] values) {
        this.whole = whole;
        this.declared = declared;
        this.values = values;
    }

    /** Of an entry about which only the start is known. */
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

    /** The span of the value of the field that has a role. */
    public Span of(Role role, Kind kind) {
        return kind.field(role).map(this::of).orElse(whole);
    }

    /** The span of a field's value; the start of the entry if it has none. */
    public Span of(Field<?> field) {
        return given(field).orElse(whole);
    }

    /** The span of a field's value, if the entry has one, readable or not. */
    public Optional<Span> given(Field<?> field) {
        int place = field.placeIn(declared);
        return place < 0 ? Optional.empty() : Optional.ofNullable(values[place]);
    }

    /** The span of a part of a settings file by its name, as in messages; the start of the file if it is absent. */
    public Span of(String part) {
        for (Field<?> field : declared) {
            if (field.name().equals(part)) {
                return of(field);
            }
        }
        return whole;
    }

    /** The spans of all values. */
    public Stream<Span> all() {
        return Arrays.stream(values).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
