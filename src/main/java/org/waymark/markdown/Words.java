package org.waymark.markdown;

/**
 * Finds the words of a text. A word is made of letters and digits, and of what joins them without a space: {@code GP's},
 * {@code GP-led}, {@code 3.5}, {@code 3,600}, {@code A&E}, {@code 24/7}.
 */
public final class Words {
    private Words() {}

    /** The start of the next word at or after an offset; the end of the text if there is none. */
    public static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the word that starts at an offset. */
    public static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!isPart(c) && !(isJoint(c) && at + 1 < text.length() && isPart(text.charAt(at + 1)))) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isJoint(char c) {
        return switch (c) {
            case '-', '\'', '’', '.', ',', '&', '/', '@', '_', '\u2011' -> true;
            default -> false;
        };
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
