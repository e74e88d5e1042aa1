package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** Plain text of any length, without Markdown. Line breaks count as spaces. */
public record Text(String example) implements ScalarType<String> {
    @Override
    public String expected() {
        return "text";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        return Outcome.of(scalar.text().strip().replace('\n', ' '));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", TEXT_TYPES);
    }
}
