package org.waymark.report;

import java.util.stream.Collectors;
import org.waymark.source.Invisible;

/** Prevents untrusted text from controlling a terminal, and from corrupting the file in which it is reported. */
public final class TerminalEscaper {
    private TerminalEscaper() {}

    /**
     * The text with U+FFFD in place of control characters, characters that change the direction of text, line ends and
     * non-characters. The result is valid in XML 1.0, takes one line, and is as long as the original.
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

    /** The text with each of its lines made printable. It ends with a line end, unless it is empty. */
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
