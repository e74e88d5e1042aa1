package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A reference to an entry of one kind, by its id. */
public record Reference<E extends Entry>(Class<E> target, String example) implements ScalarType<Ref<E>> {
    @Override
    public String expected() {
        return "an id such as " + example;
    }

    @Override
    public Outcome<Ref<E>> decode(String name, Scalar scalar) {
        return Identifier.decode(name, scalar, false).map(id -> new Ref<>(target, id, scalar.span()));
    }

    @Override
    public Map<String, Object> schema() {
        return Identifier.SCHEMA;
    }
}
