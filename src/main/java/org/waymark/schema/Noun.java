package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The name of a kind or a vocabulary in sentences.
 *
 * @param one {@code case study}
 * @param many {@code case studies}
 * @param a with its article: {@code a case study}
 * @param others forms that the labels of a language need, by names that these give them
 */
public record Noun(String one, String many, String a, Map<String, String> others) {
    /** The forms that every name has. */
    public static final List<String> FORMS = List.of("one", "many", "a");

    public Noun {
        others = Map.copyOf(others);
    }

    /** A noun with only the forms that every noun has. */
    public Noun(String one, String many, String a) {
        this(one, many, a, Map.of());
    }

    /**
     * A noun from the labels of a field, with small first letters, but for abbreviations.
     *
     * @param hasCapitals whether nouns begin with capitals in the language, as in German
     */
    public static Noun ofLabels(String one, String many, boolean hasCapitals) {
        String singular = inSentence(one, hasCapitals);
        return new Noun(singular, inSentence(many, hasCapitals), singular);
    }

    private static String inSentence(String label, boolean hasCapitals) {
        boolean isAbbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return hasCapitals || isAbbreviation || label.isEmpty()
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return Character.isUpperCase(one.codePointAt(0));
    }

    /** A form by its name. If the noun does not have it, which is reported, the singular. */
    public String form(String name) {
        return switch (name) {
            case "many" -> many;
            case "a" -> a;
            default -> others.getOrDefault(name, one);
        };
    }
}
