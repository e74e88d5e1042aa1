package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the values of a field are in data: single values of a type, or objects with parts.
 *
 * @param type of a single value
 * @param choices the only possible single values, if there are few
 * @param target the kind whose entries it names, if it is one
 * @param parts of an object; empty for a single value
 */
record DataForm(DataType type, List<String> choices, Optional<String> target, List<DataForm.Part> parts) {
    DataForm {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
    }

    static DataForm of(DataType type) {
        return new DataForm(type, List.of(), Optional.empty(), List.of());
    }

    static DataForm of(Part... parts) {
        return new DataForm(DataType.TEXT, List.of(), Optional.empty(), List.of(parts));
    }

    /**
     * A part of an object.
     *
     * @param name in kebab-case
     * @param title for readers
     * @param about its content, in a phrase, if declared
     * @param isList whether it has any number of values
     * @param isRequired whether every object has it
     * @param get gets the part of a decoded value; empty if it has none
     */
    record Part(
            String name,
            String title,
            Optional<String> about,
            DataForm form,
            boolean isList,
            boolean isRequired,
            Function<Object, Optional<?>> get) {
        /** The same with a phrase, unless it has one already. */
        Part aboutOr(Optional<String> other) {
            return about.isPresent() ? this : new Part(name, title, other, form, isList, isRequired, get);
        }
    }
}
