package org.waymark.source;

import java.util.regex.Pattern;

/**
 * Invisible characters with an effect: they control a terminal, stop a parser, or reverse the reading direction, so
 * that a page displays something other than its source says ("Trojan Source", Unicode Technical Standard 55). Content
 * must not contain any, however they are written.
 */
public final class Invisible {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Hebrew, Arabic and other scripts that run from right to left. */
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]");

    private Invisible() {}

    /** Whether a text needs characters that set its direction, since a part of it runs from right to left. */
    public static boolean hasRightToLeft(String text) {
        return RIGHT_TO_LEFT.matcher(text).find();
    }

    /** Whether a code point is one of them. Line feed and tab are not: they are visible as space. */
    public static boolean is(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        boolean isControl = c <= 0x9F && c != '\n' && c != '\t';
        boolean isTurning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F);
        boolean isNote = c >= 0xFFF9 && c <= 0xFFFB;
        boolean isNone = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return isControl || isTurning || isNote || isNone || c == BYTE_ORDER_MARK;
    }

    /** Whether a text contains one, or a lone surrogate. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || c < ' ') {
                int whole = text.codePointAt(i);
                if (is(whole) || Character.getType(whole) == Character.SURROGATE) {
                    return true;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return false;
    }
}
