package org.waymark.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns a text into stems: folds case and accents, skips stop words, removes endings. {@code search.js} does the same
 * to queries; {@code src/test/resources/search/analysis.json} tests both.
 *
 * <p>Caches words, so it is not thread-safe.
 *
 * @param <T> represents a stem
 */
public final class Analysis<T> {
    /** Stop words. */
    static final Set<String> STOP_WORDS =
            Set.of(("a about all already also an and another any are as at be because been before between"
                            + " both but by can could did do does doing done during each every for from get got had"
                            + " has have how i if in into is it its made make many may me more most my no not now"
                            + " of often on once only or other our out over own same several since so some still"
                            + " such take than that the their them then there these they this those through to took"
                            + " under up upon us use used very was we well were what when where which while who"
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

    /** Prefixes that are written with or without a hyphen: {@code co-ordinate}, {@code x-ray}. */
    static final Set<String> JOINED =
            Set.of("anti", "co", "e", "inter", "multi", "non", "post", "pre", "re", "sub", "x");

    private static final int LONGEST_JOINED = 5;
    private static final int LETTERS_BEFORE_NUMBER = 3;

    private final Function<String, T> ofStem;
    private final WordTable<T> known = new WordTable<>();
    private final WordTable.Word<T> and = known.of("and");

    // The current text. An array is much faster to read than a string.
    private char[] text = new char[1024];
    private int length;
    private final List<WordTable.Word<T>> words = new ArrayList<>();
    private char[] word = new char[64];
    private int wordLength;

    /**
     * @param ofStem maps a stem to its representation, the same for equal stems
     */
    Analysis(Function<String, T> ofStem) {
        this.ofStem = ofStem;
    }

    /** The stems of a text, in order. */
    public static List<String> stems(String text) {
        return new Analysis<>(stem -> stem).read(text);
    }

    /** What represents the stems of a text, in order. */
    List<T> read(String original) {
        fold(original);
        split();
        var read = new ArrayList<T>(words.size());
        for (int i = 0; i < words.size(); i++) {
            WordTable.Word<T> next = words.get(i);
            if (isPair(i)) {
                next = known.of(next.text() + words.get(i + 2).text());
                i += 2;
            }
            if (!next.isRead) {
                next.isRead = true;
                next.meaning = STOP_WORDS.contains(next.text()) ? null : ofStem.apply(stem(next.text()));
            }
            if (next.meaning != null) {
                read.add(next.meaning);
            }
        }
        return read;
    }

    private static String stem(String word) {
        String number = NUMBERS.get(word);
        return number == null ? Stemmer.stem(word) : number;
    }

    /** {@code A&E} and {@code A and E} are one word, {@code ae}. */
    private boolean isPair(int i) {
        return i + 2 < words.size()
                && words.get(i + 1) == and
                && words.get(i).isLetter()
                && words.get(i + 2).isLetter();
    }

    /** Splits the text into words. */
    private void split() {
        words.clear();
        int at = 0;
        while (at < length) {
            char c = text[at];
            int end = endOfPlainWord(at);
            if (end > at) {
                words.add(known.of(text, at, end));
                at = end;
            } else if (c == '&') {
                words.add(and);
                at++;
            } else if (c == ' ') {
                at++;
            } else {
                int whole = codePointAt(at);
                if (isWordPart(whole)) {
                    at = readWord(at);
                    words.add(known.of(word, 0, wordLength));
                } else {
                    at += Character.charCount(whole);
                }
            }
        }
    }

    /** The end of a plain word of English letters; the start if it or what follows needs full analysis. */
    private int endOfPlainWord(int start) {
        int end = start;
        while (end < length && text[end] >= 'a' && text[end] <= 'z') {
            end++;
        }
        boolean plain = end == length || isPlainEnd(text[end]);
        return plain ? end : start;
    }

    private static boolean isPlainEnd(char c) {
        return switch (c) {
            case ' ', '.', ',', ';', ':', '!', '?', '(', ')', '"', '\n' -> true;
            default -> false;
        };
    }

    /** Reads one word and returns its end. */
    private int readWord(int start) {
        wordLength = 0;
        int at = start;
        int letters = 0;
        boolean onlyLetters = true;
        while (at < length) {
            int c = codePointAt(at);
            if (isApostrophe(c)) {
                if (!isLetterAt(at + 1)) {
                    return at;
                }
            } else if (isWordPart(c)) {
                boolean letter = Character.isLetter(c);
                if (!letter && onlyLetters && letters >= LETTERS_BEFORE_NUMBER) {
                    return at; // covid19 is covid 19
                }
                onlyLetters &= letter;
                letters++;
                if (wordLength + 2 > word.length) {
                    word = Arrays.copyOf(word, 2 * word.length);
                }
                wordLength += Character.toChars(c, word, wordLength);
            } else if (!(c == ',' && isThousands(at)) && !(isHyphen(c) && joins(at))) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private int codePointAt(int at) {
        return Character.codePointAt(text, at, length);
    }

    private boolean isThousands(int comma) {
        return isDigitAt(comma - 1) && isDigitAt(comma + 1) && isDigitAt(comma + 2) && isDigitAt(comma + 3);
    }

    private boolean joins(int hyphen) {
        return wordLength <= LONGEST_JOINED
                && JOINED.contains(new String(word, 0, wordLength))
                && isLetterAt(hyphen + 1);
    }

    private boolean isDigitAt(int at) {
        return at < length && text[at] >= '0' && text[at] <= '9';
    }

    private boolean isLetterAt(int at) {
        return at < length && Character.isLetter(codePointAt(at)) && !isApostrophe(text[at]);
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

    /** Copies a text into the buffer, with case and accents folded. */
    private void fold(String original) {
        take(original);
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c >= 'A' && c <= 'Z') {
                text[i] = (char) (c + 'a' - 'A');
            } else if (c >= 0xA0 && (c < 0x2010 || c > 0x2026)) { // dashes and quotation marks need no folding
                take(withoutAccents(original));
                return;
            }
        }
    }

    private void take(String taken) {
        length = taken.length();
        if (length > text.length) {
            text = new char[length + length / 2];
        }
        taken.getChars(0, length, text, 0);
    }

    private static String withoutAccents(String text) {
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
