package org.waymark.markdown;

import java.util.Locale;
import java.util.Set;

/**
 * Finds where sentences end: at a full stop that does not end an abbreviation, a question or exclamation mark, or the
 * line.
 */
final class Sentences {
    private static final String CLOSING = "\"'”’)]»";
    /** After these, a capital or a number continues the sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "approx", "cf", "co", "dr", "e.g", "eg", "et al", "etc", "fig", "hon", "i.e", "ie", "inc", "ltd", "miss",
            "mr", "mrs", "ms", "no", "nos", "p", "pp", "para", "prof", "rev", "sr", "jr", "st", "v", "vol", "vs");

    /** A single capital after these words is not an initial. */
    private static final Set<String> LETTERED = Set.of(
            "annex",
            "appendix",
            "band",
            "category",
            "class",
            "figure",
            "grade",
            "group",
            "hepatitis",
            "level",
            "option",
            "part",
            "phase",
            "plan",
            "section",
            "step",
            "strand",
            "table",
            "type",
            "vitamin");

    private Sentences() {}

    /** The end of the sentence that starts at an offset, without the space after it. */
    static int end(String text, int start) {
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                return text.substring(0, at).stripTrailing().length();
            }
            if (c == '。' || c == '！' || c == '？') {
                return at + 1;
            }
            if (c == '.' || c == '!' || c == '?' || c == '…') {
                int end = at + 1;
                while (end < text.length() && (isStop(text.charAt(end)) || CLOSING.indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                if (endsHere(text, start, at, end)) {
                    return end;
                }
                at = end - 1;
            }
        }
        return text.stripTrailing().length();
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    /**
     * @param stop the position of the full stop, question or exclamation mark
     * @param end after what closes the sentence
     */
    private static boolean endsHere(String text, int start, int stop, int end) {
        int next = Words.skipSpace(text, end);
        if (next == text.length()) {
            return true;
        }
        if (next == end || Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        return text.charAt(stop) != '.' || !isAbbreviation(text, start, stop);
    }

    private static boolean isAbbreviation(String text, int start, int stop) {
        int word = stop;
        while (word > start && (Character.isLetter(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
            word--;
        }
        String before = text.substring(word, stop);
        boolean isInitial = before.length() == 1
                && Character.isUpperCase(before.charAt(0))
                && !before.equals("I")
                && !LETTERED.contains(wordBefore(text, start, word));
        return isInitial || ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT));
    }

    private static String wordBefore(String text, int start, int word) {
        int end = Math.max(start, word - 1);
        int from = end;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
