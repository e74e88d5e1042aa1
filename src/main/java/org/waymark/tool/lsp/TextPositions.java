package org.waymark.tool.lsp;

import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Tests and makes spans in a text. */
final class TextPositions {
    private TextPositions() {}

    /** Whether a cursor is in a span, or directly after it, as it is after typing. */
    static boolean touches(Span span, Position cursor) {
        return span.start().compareTo(cursor) <= 0 && cursor.compareTo(span.end()) <= 0;
    }

    /** Whether two spans share a position, even only an end. */
    static boolean meet(Span one, Span other) {
        return one.path().equals(other.path())
                && one.start().compareTo(other.end()) <= 0
                && other.start().compareTo(one.end()) <= 0;
    }

    /** A span within one line; columns from 0. */
    static Span inLine(SourceFile file, int line, int from, int to) {
        return new Span(file.path(), line, from + 1, line, to + 1);
    }

    static Span line(SourceFile file, int line) {
        return inLine(file, line, 0, file.line(line).length());
    }

    /** From the start of one line to the end of another. */
    static Span lines(SourceFile file, int first, int last) {
        int end = Math.max(first, last);
        return new Span(file.path(), first, 1, end, file.line(end).length() + 1);
    }
}
