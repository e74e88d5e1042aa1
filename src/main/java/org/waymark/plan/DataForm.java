package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the values of a field are in data: single values of a type, or objects with parts.
 *
 * @param type of a single value
 * @param choices the only single values that there are, if they are few
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
     * @param about what it holds, in a phrase, if its declaration says so
     * @param isList whether it has any number of values
     * @param isRequired whether each object has it
     * @param get the part of a decoded value; empty if it lacks it
     */
    record Part(
            String name,
            String title,
            Optional<String> about,
            DataForm form,
            boolean isList,
            boolean isRequired,
            Function<Object, Optional<?>> get) {
        /** The same with another phrase, unless it has one. */
        Part aboutOr(Optional<String> other) {
            return about.isPresent() ? this : new Part(name, title, other, form, isList, isRequired, get);
        }
    }
}
