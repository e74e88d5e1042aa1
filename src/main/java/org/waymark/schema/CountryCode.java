package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A country, by its two capital letters (ISO 3166-1). */
public record CountryCode() implements ScalarType<String> {
    private static final int LENGTH = 2;

    @Override
    public String expected() {
        return "the two capital letters of a country, such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String code = scalar.text().strip();
        if (isKnown(code)) {
            return Outcome.of(code);
        }
        Optional<String> meant = Optional.of(code.toUpperCase(Locale.ROOT))
                .map(upper -> upper.equals("UK") ? "GB" : upper)
                .filter(CountryCode::isKnown);
        InvalidValue invalid = invalid(name, scalar);
        return meant.map(usual -> invalid.help("write `" + usual + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, usual, true))))
                .orElse(invalid)
                .outcome();
    }

    /** The country of a language such as {@code en-GB}, if it names one. */
    public static Optional<String> of(String languageTag) {
        return Optional.of(Locale.forLanguageTag(languageTag.strip()).getCountry())
                .filter(CountryCode::isKnown);
    }

    public static boolean isKnown(String code) {
        return code.length() == LENGTH && List.of(Locale.getISOCountries()).contains(code);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^[A-Z]{2}$");
    }

    @Override
    public String example() {
        return "GB";
    }
}
