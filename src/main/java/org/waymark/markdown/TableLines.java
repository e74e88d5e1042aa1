package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Recognises the lines of tables before anything is parsed. */
final class TableLines {
    private final String text;
    /** The start of a line that may be the header of a table, as the first of a paragraph; -1 if there is none. */
    private int header = -1;

    private boolean isAfterEmptyLine = true;
    private boolean isInTable;

    TableLines(String text) {
        this.text = text;
    }

    /**
     * The table with which the tables of a text exceed {@link Prose#MOST_CELLS}; the line below its header. To be
     * safe, all lines up to the next empty one count as rows, as wide as the widest delimiter row among them.
     */
    static Optional<Span> tooLarge(SourceFile file, int offset) {
        String text = file.text();
        if (text.indexOf('|', offset) < 0) {
            return Optional.empty();
        }
        long cells = 0;
        int columns = 0;
        int rows = 0;
        Optional<Span> first = Optional.empty();
        int start = offset;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            if (start == end) {
                cells += (long) columns * rows;
                columns = 0;
                rows = 0;
            } else if (areColumns(text, start, end, "|:- \t>")) {
                first = columns == 0 ? Optional.of(file.span(start, end)) : first;
                columns = Math.max(columns, pipes(text, start, end) + 1);
            }
            rows += columns > 0 ? 1 : 0;
            if (cells + (long) columns * rows > Prose.MOST_CELLS) {
                return first;
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /**
     * Whether the next line is a row of a table, below its delimiter row. A row may be parsed on its own. To be safe,
     * only tables that follow an empty line and have a bar at the start of each row count.
     */
    boolean isRow(int start, int end) {
        boolean isRow = isInTable && isBarred(start, end);
        isInTable = isRow || (header >= 0 && areColumns(text, start, end, "|:- \t\n") && hasHeader(start, end));
        header = isAfterEmptyLine && isBarred(start, end) ? start : -1;
        isAfterEmptyLine = text.substring(start, end).isBlank();
        return isRow;
    }

    /** Whether a line begins with a bar, followed by more. A bar alone ends a table. */
    private boolean isBarred(int start, int end) {
        int at = start;
        while (at < end && at - start < 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at < end
                && text.charAt(at) == '|'
                && !text.substring(at + 1, end).isBlank();
    }

    /** Whether the header has no more cells than the delimiter row; otherwise the lines are a paragraph. */
    private boolean hasHeader(int start, int end) {
        return isBarred(start, end) && pipes(text, header, start) <= pipes(text, start, end);
    }

    private static boolean areColumns(String text, int start, int end, String signs) {
        boolean hasDash = false;
        boolean hasPipe = false;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (signs.indexOf(c) < 0) {
                return false;
            }
            hasDash |= c == '-';
            hasPipe |= c == '|';
        }
        return hasDash && hasPipe;
    }

    private static int pipes(String text, int start, int end) {
        int count = 0;
        for (int at = start; at < end; at++) {
            count += text.charAt(at) == '|' ? 1 : 0;
        }
        return count;
    }
}
