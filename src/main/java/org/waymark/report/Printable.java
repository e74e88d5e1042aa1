package org.waymark.report;

/** Keeps text that strangers wrote from acting on a terminal. */
public final class Printable {
    private Printable() {}

    /** The text with control characters and those that turn the direction of writing made visible as U+FFFD. */
    public static String of(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (acts(text.charAt(i))) {
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
                || c == '\u061C';
    }
}
