package org.waymark.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns a text into the stems by which it is found: case and accents folded, words without meaning left out, endings
 * removed. {@code search.js} does the same to queries; {@code src/test/resources/search/analysis.json} proves it.
 *
 * <p>Remembers the words it has seen, so it is not safe for use by several threads.
 *
 * @param <T> what stands for a stem
 */
public final class Analysis<T> {
    /** Words that tell nothing about a text. */
    static final Set<String> STOP_WORDS =
            Set.of(("a about all already also an and another any are as at be because been before between"
                            + " both but by can could did do does doing done during each every for from get got had"
                            + " has have how i if in into is it its made make many may me more most my no not now"
                            + " of often on once only or other our out over own same several since so some still"
                            + " such take than that the their them then there these they this those through to took"
                            + " under up us use used very was we well were what when where which while who"
                            + " whom whose will with without would you your")
                    .split(" "));

    /** People write small numbers in words and in digits. */
    static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"));

    /** Beginnings that are written with and without a hyphen: {@code co-ordinate}, {@code x-ray}. */
    static final Set<String> JOINED =
            Set.of("anti", "co", "e", "inter", "multi", "non", "post", "pre", "re", "sub", "x");

    private static final String PLAIN_ENDS = " .,;:!?()\"\n";
    private static final int LONGEST_JOINED = 5;
    private static final int LETTERS_BEFORE_NUMBER = 3;

    private final Map<String, T> known = new HashMap<>();
    private final Function<String, T> ofStem;

    /** @param ofStem gives what stands for a stem, always the same for the same one */
    Analysis(Function<String, T> ofStem) {
        this.ofStem = ofStem;
    }

    /** The stems of a text, in its order. */
    public static List<String> stems(String text) {
        return new Analysis<>(stem -> stem).read(text);
    }

    /** What stands for the stems of a text, in its order. */
    List<T> read(String text) {
        List<String> words = split(fold(text));
        var read = new ArrayList<T>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isPair(words, i)) {
                word += words.get(i + 2);
                i += 2;
            }
            T meaning = known.get(word);
            if (meaning == null && !STOP_WORDS.contains(word)) {
                meaning = ofStem.apply(stem(word));
                known.put(word, meaning);
            }
            if (meaning != null) {
                read.add(meaning);
            }
        }
        return read;
    }

    private static String stem(String word) {
        String number = NUMBERS.get(word);
        return number == null ? Stemmer.stem(word) : number;
    }

    /** {@code A&E} and {@code A and E} are one word, {@code ae}. */
    private static boolean isPair(List<String> words, int i) {
        return i + 2 < words.size()
                && words.get(i + 1).equals("and")
                && isLetter(words.get(i))
                && isLetter(words.get(i + 2));
    }

    private static boolean isLetter(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
    }

    private static List<String> split(String text) {
        var words = new ArrayList<String>(text.length() / 6 + 4);
        var word = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = endOfPlainWord(text, at);
            if (end > at) {
                words.add(text.substring(at, end));
                at = end;
            } else if (c == '&') {
                words.add("and");
                at++;
            } else if (isWordPart(c)) {
                at = readWord(text, at, word);
                words.add(word.toString());
                word.setLength(0);
            } else {
                at += Character.charCount(c);
            }
        }
        return words;
    }

    /** Where a word of English letters ends, if nothing in it or behind it needs a closer look; else where it begins. */
    private static int endOfPlainWord(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        boolean plain = end == text.length() || PLAIN_ENDS.indexOf(text.charAt(end)) >= 0;
        return plain ? end : start;
    }

    /** Reads one word and tells where it ends. */
    private static int readWord(String text, int start, StringBuilder word) {
        int at = start;
        int letters = 0;
        boolean onlyLetters = true;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isApostrophe(c)) {
                if (!isLetterAt(text, at + 1)) {
                    return at;
                }
            } else if (isWordPart(c)) {
                boolean letter = Character.isLetter(c);
                if (!letter && onlyLetters && letters >= LETTERS_BEFORE_NUMBER) {
                    return at; // covid19 is covid 19
                }
                onlyLetters &= letter;
                letters++;
                word.appendCodePoint(c);
            } else if (!(c == ',' && isThousands(text, at)) && !(isHyphen(c) && joins(text, at, word))) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isThousands(String text, int comma) {
        return isDigitAt(text, comma - 1)
                && isDigitAt(text, comma + 1)
                && isDigitAt(text, comma + 2)
                && isDigitAt(text, comma + 3);
    }

    private static boolean joins(String text, int hyphen, StringBuilder word) {
        return word.length() <= LONGEST_JOINED && JOINED.contains(word.toString()) && isLetterAt(text, hyphen + 1);
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLetterAt(String text, int at) {
        return at < text.length() && Character.isLetter(text.codePointAt(at)) && !isApostrophe(text.charAt(at));
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) && !isApostrophe(c);
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == 0x2010 || c == 0x2011;
    }

    private static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length());
        lower.codePoints().forEach(c -> {
            if (c < 0x80) {
                folded.append((char) c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                append(folded, c);
            }
        });
        return folded.toString();
    }

    /** Whether a text has nothing to fold but case; dashes and quotation marks are no reason. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xA0 && (c < 0x2010 || c > 0x2026)) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder folded, int c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ø' -> folded.append('o');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'ı' -> folded.append('i');
            case 'ς' -> folded.append('σ');
            default -> folded.appendCodePoint(c);
        }
    }
}
