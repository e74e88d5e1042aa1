package org.waymark.check;

import java.util.BitSet;

/** Finds quoted text: in double or single, straight or curly quotation marks, where single ones are not apostrophes. */
final class Quotations {
    private static final String MARKS = "“\"‘'";

    private Quotations() {}

    /** The characters between a mark and the one that closes it. Unclosed text is not quoted. */
    static BitSet in(String text) {
        var quoted = new BitSet(text.length());
        String neverClosed = "";
        for (int at = 0; at < text.length(); at++) {
            char mark = text.charAt(at);
            boolean isApostrophe = mark == '\'' && at > 0 && " ([".indexOf(text.charAt(at - 1)) < 0;
            if (MARKS.indexOf(mark) < 0 || neverClosed.indexOf(mark) >= 0 || isApostrophe) {
                continue;
            }
            int end = closing(text, at);
            if (end < 0) {
                neverClosed += mark; // nor are those after it
            } else {
                quoted.set(at, end);
                at = end;
            }
        }
        return quoted;
    }

    /** The position of the mark that closes the one at an offset; -1 if it stays open. */
    private static int closing(String text, int at) {
        return switch (text.charAt(at)) {
            case '“' -> text.indexOf('”', at);
            case '‘' -> closingSingle(text, at, '’');
            case '\'' -> closingSingle(text, at, '\'');
            default -> text.indexOf('"', at + 1);
        };
    }

    private static int closingSingle(String text, int at, char mark) {
        int end = text.indexOf(mark, at + 1);
        while (end >= 0 && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1))) {
            end = text.indexOf(mark, end + 1);
        }
        return end;
    }
}
