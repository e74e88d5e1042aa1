package org.waymark.check;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in a text, by patterns that begin with a digit. They are tried only at digits, of which most texts have few. */
final class Numbers {
    /** What may come between the digits of a long number, and how many in a row. */
    private static final String JOINTS = " \t\n()./-";

    private static final char NO_BREAK_SPACE = '\u00A0';

    private static final int MOST_JOINTS = 4;

    private Numbers() {}

    /** @param found receives each number, and must not keep it */
    static void find(Pattern pattern, String text, Consumer<MatchResult> found) {
        find(pattern, 1, text, found);
    }

    /**
     * Finds numbers with many digits, which is faster.
     *
     * @param digits the fewest that a number has
     * @param found receives each number, and must not keep it
     * @return how many there are
     */
    static int find(Pattern pattern, int digits, String text, Consumer<MatchResult> found) {
        int count = 0;
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at + digits <= text.length()) {
            char last = text.charAt(at + digits - 1);
            if (!isDigit(last) && (digits == 1 || !isPart(last))) {
                at += digits; // a number that began before this character would include it
            } else if (isDigit(text.charAt(at))
                    && has(digits, text, at)
                    && matcher.region(at, text.length()).lookingAt()) {
                found.accept(matcher);
                count++;
                at = matcher.end();
            } else {
                at++;
            }
        }
        return count;
    }

    /** Whether this many digits are consecutive, or separated only as the digits of a number are. */
    private static boolean has(int digits, String text, int start) {
        int count = 0;
        int joints = 0;
        for (int at = start; at < text.length() && count < digits && joints <= MOST_JOINTS; at++) {
            if (isDigit(text.charAt(at))) {
                count++;
                joints = 0;
            } else if (isPart(text.charAt(at))) {
                joints++;
            } else {
                return false;
            }
        }
        return count == digits;
    }

    private static boolean isPart(char c) {
        return c <= '9' ? isDigit(c) || JOINTS.indexOf(c) >= 0 : c == NO_BREAK_SPACE;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
