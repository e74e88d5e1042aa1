package org.waymark.schema;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A language tag (BCP 47), such as {@code en-GB}. */
public record LanguageTag() implements ScalarType<String> {
    @Override
    public String expected() {
        return "a language tag such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(scalar.text().strip()).build();
            int length = locale.getLanguage().length();
            return length == 2 || length == 3
                    ? Outcome.of(locale.toLanguageTag())
                    : invalid(name, scalar).outcome();
        } catch (IllformedLocaleException e) {
            return invalid(name, scalar).outcome();
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String example() {
        return "en-GB";
    }
}
