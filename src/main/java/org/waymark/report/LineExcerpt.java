package org.waymark.report;

import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A line, or the part of it that fits around the words that matter.
 *
 * @param text with an ellipsis wherever something is left out; nothing in it affects a terminal
 * @param before how many columns come before the words
 * @param length how many columns the words take, as far as they are shown; at least one
 */
record LineExcerpt(String text, int before, int length) {
    /** The maximum number of UTF-16 units per column, for a line that consists of combining marks. */
    private static final int UNITS_PER_COLUMN = 8;

    /**
     * The line on which a span begins.
     *
     * @param columns how many it may take, besides an ellipsis at each end
     */
    static LineExcerpt of(SourceFile file, Span span, int columns) {
        int whole = file.lineLength(span.startLine());
        int start = Math.min(span.startColumn() - 1, whole);
        boolean isOneLine = span.endLine() == span.startLine();
        int end = isOneLine ? Math.min(span.endColumn() - 1, whole) : whole;
        // A line may be as long as the file, so only the part nearby is examined.
        int from = Math.max(0, start - columns * UNITS_PER_COLUMN);
        int to = Math.min(whole, start + columns * UNITS_PER_COLUMN);
        String near = TerminalEscaper.of(file.part(span.startLine(), from, to));
        int words = start - from;
        int after = DisplayWidth.of(near.substring(words));
        int first = backward(near, words, Math.max(columns / 4, columns - after));
        int last = forward(near, first, columns);
        String left = from + first > 0 ? "…" : "";
        String right = from + last < whole ? "…" : "";
        int shown = Math.max(words, Math.min(last, end - from));
        return new LineExcerpt(
                left + near.substring(first, last) + right,
                left.length() + DisplayWidth.of(near.substring(first, words)),
                Math.max(1, DisplayWidth.of(near.substring(words, shown))));
    }

    /** How far back a number of columns reaches. A mark is not shown without its letter. */
    private static int backward(String text, int from, int columns) {
        int at = from;
        int left = columns;
        while (at > 0) {
            int c = text.codePointBefore(at);
            left -= DisplayWidth.of(c);
            if (left < 0) {
                break;
            }
            at -= Character.charCount(c);
        }
        while (at > 0 && at < from && DisplayWidth.of(text.codePointAt(at)) == 0) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int forward(String text, int from, int columns) {
        int at = from;
        int left = columns;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            left -= DisplayWidth.of(c);
            if (left < 0) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
