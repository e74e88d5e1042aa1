package org.waymark.report;

/** Keeps text that strangers wrote from acting on a terminal, and from breaking the file that it is reported in. */
public final class Printable {
    private Printable() {}

    /**
     * The text with control characters, those that turn the direction of writing, ends of lines and what is no character
     * made visible as U+FFFD. It is then legal in XML 1.0 and takes one line.
     */
    public static String of(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (acts(text.charAt(i)) || isHalf(text, i)) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.setCharAt(i, text.charAt(i) == '\t' ? ' ' : '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean acts(char c) {
        return Character.isISOControl(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\uFFFE';
    }

    /** Whether a surrogate lacks its other half. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
