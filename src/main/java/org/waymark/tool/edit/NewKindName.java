package org.waymark.tool.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Noun;

/**
 * The new forms of a kind's name, as far as they change.
 *
 * @param one the name of one
 * @param many the name of several
 * @param a the name of one with its article
 */
public record NewKindName(Optional<String> one, Optional<String> many, Optional<String> a) {
    public NewKindName {
        one = one.map(String::strip);
        many = many.map(String::strip);
        a = a.map(String::strip);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return one.isEmpty() && many.isEmpty() && a.isEmpty();
    }

    /** The name of the folder that goes with them. */
    Optional<String> folder() {
        return many.map(Id::from).map(Id::value);
    }

    /** The regular English plural of the name of a kind, as used for folders. */
    static String plural(String name) {
        if (name.matches(".*[^aeiou]y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (name.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    /** Passes on each new one with its key in a kind file. */
    void forEach(BiConsumer<String, String> words) {
        one.ifPresent(text -> words.accept("one", text));
        many.ifPresent(text -> words.accept("many", text));
        a.ifPresent(text -> words.accept("a", text));
    }

    /** A sentence or label with the new words in place of the old ones; empty if it has none. */
    Optional<String> in(Kind kind, String text) {
        Noun old = kind.noun();
        // The longest first, since each is part of another in most languages.
        Map<String, String> replacements = new LinkedHashMap<>();
        many.ifPresent(now -> replacements.put(old.many(), now));
        a.ifPresent(now -> replacements.put(old.a(), now));
        one.ifPresent(now -> replacements.putIfAbsent(old.one(), now));
        String changed = replaced(text, replacements);
        return Optional.of(changed).filter(now -> !now.equals(text));
    }

    private static String replaced(String text, Map<String, String> replacements) {
        if (replacements.isEmpty()) {
            return text;
        }
        String any = String.join(
                "|",
                replacements.keySet().stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .toList());
        Matcher old = Pattern.compile(
                        "(?<![\\p{L}\\p{N}-])(" + any + ")(?![\\p{L}\\p{N}-])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        return old.replaceAll(found -> replacements.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(found.group()))
                .map(entry -> Matcher.quoteReplacement(inCaseOf(found.group(), entry.getValue())))
                .findFirst()
                .orElseThrow());
    }

    /** With a capital letter if what it replaces has one. */
    private static String inCaseOf(String old, String now) {
        return Character.isUpperCase(old.charAt(0)) && !now.isEmpty()
                ? Character.toUpperCase(now.charAt(0)) + now.substring(1)
                : now;
    }
}
