package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A reference to an entry of one kind, by its id.
 *
 * @param kind the name of the kind
 */
public record Reference(String kind, String example) implements ScalarType<Ref> {
    @Override
    public String expected() {
        return "an id such as " + example;
    }

    @Override
    public Outcome<Ref> decode(String name, Scalar scalar) {
        return Identifier.decode(name, scalar, false).map(id -> new Ref(kind, id, scalar.span()));
    }

    @Override
    public Map<String, Object> schema() {
        return Identifier.SCHEMA;
    }
}
