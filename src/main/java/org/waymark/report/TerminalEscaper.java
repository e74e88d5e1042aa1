package org.waymark.report;

import java.util.stream.Collectors;
import org.waymark.source.Invisible;

/** Keeps text that strangers wrote from acting on a terminal, and from breaking the file that it is reported in. */
public final class TerminalEscaper {
    private TerminalEscaper() {}

    /**
     * The text with characters that nobody sees but that act, those that turn the direction of writing, ends of lines and what
     * is not a character made visible as U+FFFD. It is then legal in XML 1.0, takes one line, and is as long as before.
     */
    public static String of(String text) {
        StringBuilder clean = null;
        int width;
        for (int i = 0; i < text.length(); i += width) {
            int c = text.codePointAt(i);
            width = Character.charCount(c);
            if (acts(c)) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.replace(i, i + width, c == '\t' ? " " : "\uFFFD".repeat(width));
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** The text line by line, each of them printable. It ends with a line end, unless it is empty. */
    public static String ofLines(String text) {
        return text.lines().map(line -> of(line) + "\n").collect(Collectors.joining());
    }

    private static boolean acts(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        boolean isSpace = c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029;
        boolean isMark = c == 0x200E || c == 0x200F || c == 0x061C;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return isSpace || isMark || isHalf || Invisible.is(c);
    }
}
