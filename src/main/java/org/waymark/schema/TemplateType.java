package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;

/** The pattern of an identifier, as a kind file declares it. */
record TemplateType() implements FieldType.CustomType<Template> {
    @Override
    public Outcome<Template> decode(String name, Value value) {
        Optional<Template> template =
                value instanceof Scalar scalar ? Template.parse(scalar.text().strip()) : Optional.empty();
        return template.map(Outcome::of)
                .orElseGet(() -> InvalidValue.expected(
                                name,
                                value,
                                "a form such as " + example() + ", of at most " + Template.LONGEST + " characters")
                        .help(
                                "write `A` for a capital letter, `a` for a lower-case one, `9` for a digit, `X` for a capital letter or a"
                                        + " digit, and `\\` before one of these to mean the character itself")
                        .outcome());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", ScalarType.TEXT_TYPES);
    }

    @Override
    public String example() {
        return "AA-9999";
    }
}
