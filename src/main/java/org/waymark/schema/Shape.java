package org.waymark.schema;

import java.util.List;

/** How the value of a type is made up, for tools that help to write one. What is accepted, the type alone decides. */
public sealed interface Shape {
    /** A single value that nothing more is said about. */
    record Text() implements Shape {}

    /** A date, of which the month and the day may be optional. */
    record Day() implements Shape {}

    /** One of a few words. */
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** The id of an entry. */
    record Reference(Class<? extends Entry> target) implements Shape {}

    /** An entry of one of some kinds, as {@code kind/id}. */
    record AnyReference(List<Kind<?>> kinds) implements Shape {
        public AnyReference {
            kinds = List.copyOf(kinds);
        }
    }

    /** A list. */
    record Items(Shape item) implements Shape {}

    /** Named values, each of a type of its own. */
    record Group(List<Field<?>> fields) implements Shape {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** Values of one type under some names. */
    record Named(List<String> names, Shape value) implements Shape {
        public Named {
            names = List.copyOf(names);
        }
    }
}
