package org.waymark.schema;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A language tag (BCP 47), such as {@code en-GB}. */
public record LanguageTag() implements ScalarType<String> {
    /** Codes for no language, or for one that anyone may define (ISO 639-2). */
    private static final Pattern SPECIAL = Pattern.compile("und|mul|mis|zxx|xxx|q[a-t][a-z]");

    /** Languages whose usual script is written from right to left (Unicode CLDR, likely subtags). */
    private static final Set<String> RIGHT_TO_LEFT = Set.of(
            "ar", "ars", "arz", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",
            "rhg", "sd", "skr", "syr", "ug", "ur", "yi");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    @Override
    public String expected() {
        return "a language tag such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String typed = scalar.text().strip();
        Optional<String> known = known(typed);
        if (known.isPresent()) {
            return Outcome.of(known.get());
        }
        InvalidValue invalid = invalid(name, scalar);
        return meant(typed)
                .map(tag -> invalid.help("did you mean `" + tag + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, tag, true))))
                .orElseGet(() -> invalid.help("write the code of a language, and of a country if it matters: `en-GB`"))
                .outcome();
    }

    /** Whether a text is a language tag in canonical form. */
    public static boolean isUsual(String tag) {
        return known(tag).filter(tag::equals).isPresent();
    }

    /** The tag in canonical form, if the language and the country exist. */
    private static Optional<String> known(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            boolean isLanguage = language.length() == 2
                    ? List.of(Locale.getISOLanguages()).contains(language)
                    : language.length() == 3
                            && !SPECIAL.matcher(language).matches()
                            && shorter(language).isEmpty();
            String country = locale.getCountry();
            boolean isCountry =
                    country.length() != 2 || List.of(Locale.getISOCountries()).contains(country);
            return Optional.of(locale.toLanguageTag()).filter(usual -> isLanguage && isCountry);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The two-letter code, which must be used if the language has one (BCP 47, section 2.2.1). */
    private static Optional<String> shorter(String language) {
        return Stream.of(Locale.getISOLanguages())
                .filter(code -> Locale.forLanguageTag(code).getISO3Language().equals(language))
                .findFirst();
    }

    /** A tag and its ever shorter prefixes, longest first: {@code sr-Latn-RS}, {@code sr-Latn}, {@code sr}. */
    public static List<String> fallbacks(String tag) {
        var tags = new ArrayList<String>();
        for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
            tags.add(tag.substring(0, end));
        }
        return tags;
    }

    /** Whether a tag is that of English, of whatever country. */
    public static boolean isEnglish(String tag) {
        return tag.equals("en") || tag.startsWith("en-");
    }

    /** Whether a language is written from right to left. */
    public static boolean isRightToLeft(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.toLanguageTag().split("-", 2)[0])
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }

    /** Accepts other separators, {@code uk} for the United Kingdom, longer codes, and English names. */
    private static Optional<String> meant(String typed) {
        String tag = typed.replace('_', '-').replaceFirst("\\..*", "").replaceFirst("(?i)-uk$", "-GB");
        Optional<String> other = known(tag);
        if (other.isPresent()) {
            return other;
        }
        String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        if (language.length() == 3) {
            return shorter(language).flatMap(code -> known(code + tag.substring(language.length())));
        }
        if (typed.equalsIgnoreCase("British English") || typed.equalsIgnoreCase("UK English")) {
            return Optional.of("en-GB");
        }
        return Stream.of(Locale.getISOLanguages())
                .filter(code -> Locale.forLanguageTag(code)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .equalsIgnoreCase(typed))
                .findFirst();
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
