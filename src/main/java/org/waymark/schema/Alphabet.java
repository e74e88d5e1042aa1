package org.waymark.schema;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The letters of a language, in order. A letter may consist of several characters, like {@code Ch} in Welsh. Letters
 * outside the alphabet are sorted without their accents, or else after all others.
 */
public final class Alphabet {
    /** The label that holds the letters. */
    public static final String KEY = "alphabet";
    /** The label that holds words that are ignored at the beginning of a name. */
    public static final String IGNORED = "ignored-first-words";

    /** That of English. */
    public static final Alphabet ENGLISH =
            new Alphabet("en-GB", List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")), List.of("a", "an", "the"));

    /** The alphabet of a language, from its own labels; parts that these lack are English. */
    static Alphabet of(String language, Map<String, Label> labels) {
        return labels.containsKey(KEY) || labels.containsKey(IGNORED)
                ? new Alphabet(
                        language,
                        labels.get(KEY) instanceof Label.Items own ? own.items() : ENGLISH.letters,
                        labels.get(IGNORED) instanceof Label.Items own ? own.items() : ENGLISH.ignored)
                : ENGLISH;
    }

    private final List<String> letters;
    private final List<String> ignored;
    private final boolean isEnglish;
    private final Locale locale;
    private final Map<String, Integer> indices = new HashMap<>();
    private final int longest;

    /**
     * @param letters as headings show them
     * @param ignored words
     */
    public Alphabet(String language, List<String> letters, List<String> ignored) {
        this.letters = List.copyOf(letters);
        locale = Locale.forLanguageTag(language);
        int most = 1;
        for (String letter : letters) {
            String lower = lower(letter);
            indices.putIfAbsent(lower, indices.size());
            most = Math.max(most, lower.length());
        }
        longest = most;
        this.ignored = List.copyOf(ignored);
        isEnglish = letters.equals(List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")));
    }

    private String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(locale);
    }

    /**
     * The sort key of a text. Letters are in alphabetical order; digits and punctuation come before them, other letters
     * after them.
     */
    public String key(String text) {
        boolean isPlain = isPlain(text);
        String lower = isPlain ? text.toLowerCase(Locale.ROOT) : lower(text);
        if (isPlain && isEnglish) {
            return lower;
        }
        var key = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int length = lengthAt(lower, i);
            if (length > 0) {
                key.append((char) ('a' + index(lower.substring(i, i + length))));
                i += length;
            } else {
                int c = lower.codePointAt(i);
                i += Character.charCount(c);
                addOther(key, c);
            }
        }
        return key.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private int index(String letter) {
        return indices.getOrDefault(letter, -1);
    }

    /** The length of the letter that starts there; 0 if it is not in this alphabet. */
    private int lengthAt(String lower, int start) {
        for (int length = Math.min(longest, lower.length() - start); length > 0; length--) {
            if (indices.containsKey(lower.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private void addOther(StringBuilder key, int c) {
        if (c < 'a') {
            key.append((char) c);
            return;
        }
        String bare = bare(c);
        if (!bare.isEmpty() && bare.codePoints().allMatch(each -> each < 'a' || index(Character.toString(each)) >= 0)) {
            bare.codePoints()
                    .forEach(each -> key.append((char) (each < 'a' ? each : 'a' + index(Character.toString(each)))));
        } else {
            key.append('\uF8FF').append(bare);
        }
    }

    private static String bare(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
    }

    /** The first letter of a sorted text, from its {@link #key}; empty if it starts otherwise. */
    public Optional<String> letter(String key) {
        int index = key.isEmpty() ? -1 : key.charAt(0) - 'a';
        return index >= 0 && index < letters.size() ? Optional.of(letters.get(index)) : Optional.empty();
    }

    /** All letters, in order. */
    public List<String> letters() {
        return letters;
    }

    /** A name without an ignored first word, such as an article. */
    public String withoutIgnored(String lower) {
        for (String word : ignored) {
            String first = word.toLowerCase(locale) + " ";
            if (lower.length() > first.length() && lower.startsWith(first)) {
                return lower.substring(first.length());
            }
        }
        return lower;
    }
}
