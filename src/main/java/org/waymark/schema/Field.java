package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field of a kind.
 *
 * @param <T> the Java type of its value in an entry: that of its field type, or an {@code Optional} of it
 * @param name the editors' plain words in kebab-case
 * @param type what its value must be
 * @param whenAbsent its value in an entry without it; empty for a required field
 * @param doc what to write in it, for editors, in a phrase
 * @param display how readers see it
 * @param ordinal its index in the kind or group that declares it. A common field has a different index in each kind,
 *     and is looked up there by name
 */
public record Field<T>(
        String name, FieldType<?> type, Optional<T> whenAbsent, String doc, Display display, int ordinal) {
    /**
     * How readers see a field.
     *
     * @param label the name that readers see: {@code Service}
     * @param labelOfMany the same if it has several values: {@code Services}
     * @param shownThereAs the heading under which the page of an entry lists those that refer to it by this field;
     * empty if it
     *     does not
     * @param isForReaders whether readers see it: on a page, in the search or in data
     */
    public record Display(String label, String labelOfMany, Optional<String> shownThereAs, boolean isForReaders) {
        /** The display of a field whose declaration gives only its name: {@code Opening times}. */
        static Display of(String name) {
            String label = name.substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.substring(1).replace('-', ' ');
            return new Display(label, label, Optional.empty(), true);
        }
    }

    public Field(String name, FieldType<?> type, Optional<T> whenAbsent, String doc) {
        this(name, type, whenAbsent, doc, Display.of(name), 0);
    }

    public static <T> Field<T> required(String name, FieldType<T> type, String doc) {
        return new Field<>(name, type, Optional.empty(), doc);
    }

    public static <T> Field<Optional<T>> optional(String name, FieldType<T> type, String doc) {
        return new Field<>(name, type, Optional.of(Optional.empty()), doc);
    }

    /** An optional list, empty if it is absent. */
    public static <T> Field<List<T>> list(String name, FieldType<T> item, String doc) {
        return new Field<>(name, new ListOf<>(item), Optional.of(List.of()), doc);
    }

    /** An optional list of a declared type, empty if it is absent. */
    static <T> Field<List<T>> optionalList(String name, ListOf<T> type, String doc) {
        return new Field<>(name, type, Optional.of(List.of()), doc);
    }

    /** The same field with another display. */
    public Field<T> shown(Display otherDisplay) {
        return new Field<>(name, type, whenAbsent, doc, otherDisplay, ordinal);
    }

    /** The same field, which only editors see. */
    public Field<T> forEditors() {
        return shown(new Display(display.label(), display.labelOfMany(), display.shownThereAs(), false));
    }

    /** The fields of a kind or a group, with their indexes set. */
    static List<Field<?>> inPlace(List<Field<?>> fields) {
        var placed = new ArrayList<Field<?>>(fields.size());
        for (Field<?> field : fields) {
            placed.add(field.at(placed.size()));
        }
        return List.copyOf(placed);
    }

    private Field<T> at(int place) {
        return place == ordinal ? this : new Field<>(name, type, whenAbsent, doc, display, place);
    }

    /** Its index among the fields of a kind or a group; -1 if it is not one of them. */
    @SuppressWarnings("ReferenceEquality") // called for every value; an equal field is found by its name
    int placeIn(List<Field<?>> fields) {
        if (ordinal < fields.size() && fields.get(ordinal) == this) {
            return ordinal;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public boolean isRequired() {
        return whenAbsent.isEmpty();
    }

    /** The type of its value, or of each of its values if it is a list. */
    public FieldType<?> itemType() {
        return type instanceof ListOf<?> list ? list.item() : type;
    }

    /** Whether it accepts anything, since its declaration is faulty. */
    public boolean isOpen() {
        return itemType() instanceof AnyValue;
    }

    /** The field's value, from what its type decoded. */
    @SuppressWarnings("unchecked") // the methods above pair each type with its T
    T valueOf(Object decoded) {
        boolean isOptional = whenAbsent.isPresent() && whenAbsent.get() instanceof Optional;
        return (T) (isOptional ? Optional.of(decoded) : decoded);
    }
}
