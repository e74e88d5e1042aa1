package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a page is about, in the vocabulary of schema.org.
 *
 * @param type such as {@code Organization}
 * @param id its address, with a fragment; empty if it has no page
 * @param properties in order
 */
public record Thing(String type, Optional<String> id, List<Property> properties) {
    /** A property and its value. */
    public record Property(String name, Value value) {}

    /** The value of a property. */
    public sealed interface Value {}

    public record Words(String text) implements Value {}

    /** An address below the root of the site. */
    public record Address(String path) implements Value {}

    /** Something else that the site describes. */
    public record Part(Thing thing) implements Value {}

    /** Several values. */
    public record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }
    }

    public Thing {
        properties = List.copyOf(properties);
    }
}
