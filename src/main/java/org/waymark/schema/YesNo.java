package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** {@code yes} or {@code no}. The booleans of YAML 1.2, {@code true} and {@code false}, are accepted too. */
public record YesNo() implements ScalarType<Boolean> {
    private static final Choice<Boolean> WORDS = words();

    private static final Set<String> YES =
            Set.of("yes", "y", "yep", "yeah", "yess", "yse", "on", "true", "t", "1", "x", "\u2713", "\u2714");
    private static final Set<String> NO =
            Set.of("no", "n", "nope", "not", "off", "false", "f", "0", "none", "never", "\u2717", "\u2718");

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
            case "yes" -> Outcome.of(true);
            case "no" -> Outcome.of(false);
            default -> other(name, scalar);
        };
    }

    /** Other words for the same; a word that is only similar to one of the two may well mean the other. */
    private Outcome<Boolean> other(String name, Scalar scalar) {
        String word = scalar.text().strip().toLowerCase(Locale.ROOT);
        Optional<String> meant =
                YES.contains(word) ? Optional.of("yes") : NO.contains(word) ? Optional.of("no") : Optional.empty();
        InvalidValue invalid = invalid(name, scalar);
        return meant.map(choice -> invalid.help("did you mean `" + choice + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, choice, true))))
                .orElse(invalid)
                .outcome();
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
