package org.waymark.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * One of a few values, written exactly.
 *
 * @param values by their words, in the order in which they are offered
 */
public record Choice<T>(Map<String, T> values) implements ScalarType<T> {
    public Choice {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public List<String> choices() {
        return List.copyOf(values.keySet());
    }

    @Override
    public String expected() {
        return "one of "
                + values.keySet().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    @Override
    public Outcome<T> decode(String name, Scalar scalar) {
        T chosen = values.get(scalar.text().strip());
        if (chosen != null) {
            return Outcome.of(chosen);
        }
        InvalidValue invalid = invalid(name, scalar);
        return DidYouMean.suggest(scalar.text(), choices())
                .map(near -> invalid.help(near.question()).fix(near.fix(scalar.written())))
                .orElse(invalid)
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", choices());
    }

    @Override
    public String example() {
        return values.keySet().iterator().next();
    }
}
