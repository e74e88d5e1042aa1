package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A country, by its two capital letters (ISO 3166-1). */
public record CountryCode() implements ScalarType<String> {
    /** A country that is not known, since what the settings say is no country (ISO 3166-1, section 8.1.3). */
    public static final String UNKNOWN = "ZZ";

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
        InvalidValue invalid = invalid(name, scalar);
        return meant(code)
                .map(usual -> invalid.help("write `" + usual + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, usual, true))))
                .orElse(invalid)
                .outcome();
    }

    /** The country that was probably meant by small letters, or by an English name. */
    public static Optional<String> meant(String typed) {
        String upper = typed.strip().toUpperCase(Locale.ROOT);
        return Optional.of(upper.equals("UK") ? "GB" : upper)
                .filter(CountryCode::isKnown)
                .or(() -> Stream.of(Locale.getISOCountries())
                        .filter(code -> new Locale("", code)
                                .getDisplayCountry(Locale.ENGLISH)
                                .equalsIgnoreCase(typed.strip()))
                        .findFirst());
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
