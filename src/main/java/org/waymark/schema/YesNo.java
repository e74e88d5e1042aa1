package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** {@code yes} or {@code no}. The booleans of YAML 1.2, {@code true} and {@code false}, are accepted too. */
public record YesNo() implements ScalarType<Boolean> {
    private static final Choice<Boolean> WORDS = words();

    private static Choice<Boolean> words() {
        var words = new LinkedHashMap<String, Boolean>();
        words.put("yes", true);
        words.put("no", false);
        return new Choice<>(words);
    }

    @Override
    public List<String> choices() {
        return WORDS.choices();
    }

    @Override
    public String expected() {
        return WORDS.expected();
    }

    @Override
    public Outcome<Boolean> decode(String name, Scalar scalar) {
        return switch (scalar.text().strip()) {
            case "true" -> Outcome.of(true);
            case "false" -> Outcome.of(false);
            default -> WORDS.decode(name, scalar);
        };
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", List.of("yes", "no", true, false));
    }

    @Override
    public String example() {
        return WORDS.example();
    }
}
