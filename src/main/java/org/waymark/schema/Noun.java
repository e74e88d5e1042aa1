package org.waymark.schema;

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
    public static final java.util.List<String> FORMS = java.util.List.of("one", "many", "a");

    public Noun {
        others = Map.copyOf(others);
    }

    /** A noun with only the forms that every noun has. */
    public Noun(String one, String many, String a) {
        this(one, many, a, Map.of());
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
