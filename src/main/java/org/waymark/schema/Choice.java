package org.waymark.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * One of a few values, written exactly.
 *
 * @param values by their words, in the order in which they are offered
 * @param former values by words that are accepted, but not offered: former ones, and codes
 * @param vocabulary whose values these are, if any
 */
public record Choice<T>(Map<String, T> values, Map<String, T> former, Optional<Vocabulary> vocabulary)
        implements ScalarType<T> {
    /** How many values a message names. */
    private static final int MOST_NAMED = 40;

    /** How many of them come before the value and its cure. */
    private static final int MOST_NAMED_FIRST = 8;

    public Choice {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        former = Map.copyOf(former);
    }

    /** A choice of values that no vocabulary lists. */
    public Choice(Map<String, T> values, Map<String, T> former) {
        this(values, former, Optional.empty());
    }

    /** A choice whose words have never changed. */
    public Choice(Map<String, T> values) {
        this(values, Map.of());
    }

    /** A choice of the values of a vocabulary. */
    static Choice<Vocabulary.Option> of(Vocabulary vocabulary) {
        return new Choice<>(vocabulary.byLabel(), vocabulary.byCode(), Optional.of(vocabulary));
    }

    @Override
    public List<String> choices() {
        return List.copyOf(values.keySet());
    }

    @Override
    public String expected() {
        if (values.size() > MOST_NAMED && !former.isEmpty() && vocabulary.isPresent()) {
            Vocabulary.Option first = vocabulary.get().options().get(0);
            return "a name such as `" + first.label() + "`, or a code such as `" + first.id() + "`, of the vocabulary `"
                    + vocabulary.get().name() + "`";
        }
        String named = values.keySet().stream()
                .limit(MOST_NAMED)
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "));
        return "one of " + named
                + (values.size() > MOST_NAMED ? ", and " + (values.size() - MOST_NAMED) + " more" : "");
    }

    /** The value that a word names, or else the word itself. */
    Object meant(String word) {
        T value = values.getOrDefault(word, former.get(word));
        return value == null ? word : value;
    }

    @Override
    public Outcome<T> decode(String name, Scalar scalar) {
        String word = scalar.text().strip();
        T chosen = values.getOrDefault(word, former.get(word));
        if (chosen != null) {
            return Outcome.of(chosen);
        }
        InvalidValue invalid = values.size() <= MOST_NAMED_FIRST || word.isEmpty()
                ? invalid(name, scalar)
                : new InvalidValue(scalar, "`" + name + "` cannot be " + InvalidValue.inBackticks(word))
                        .help("write " + expected());
        Optional<String> known = vocabulary.flatMap(all -> all.meant(word)).map(Vocabulary.Option::label);
        return known.map(label -> new DidYouMean.Suggestion(label, false))
                .or(() -> DidYouMean.suggest(scalar.text(), choices()))
                .map(near -> invalid.help(near.question()).fix(near.fix(scalar.written())))
                .orElse(invalid)
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "enum",
                vocabulary
                        .map(all -> Stream.concat(values.keySet().stream(), all.byCode().keySet().stream())
                                .toList())
                        .orElseGet(this::choices));
    }

    @Override
    public String example() {
        return values.keySet().iterator().next();
    }
}
