package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A reference to an entry of one of several kinds, by kind and id.
 *
 * @param kinds those allowed
 */
public record QualifiedReference(List<Kind> kinds) implements ScalarType<Ref> {
    @Override
    public String expected() {
        return id().expected();
    }

    @Override
    public Outcome<Ref> decode(String name, Scalar scalar) {
        return id().decode(name, scalar).map(entry -> new Ref(entry.kind().name(), entry.id(), scalar.span()));
    }

    @Override
    public String example() {
        return id().example();
    }

    private QualifiedId id() {
        return new QualifiedId(kinds);
    }

    @Override
    public Map<String, Object> schema() {
        return id().schema();
    }
}
