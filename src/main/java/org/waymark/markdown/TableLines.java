package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Tells the lines of tables from others, before anything is parsed. */
final class TableLines {
    private final String text;
    /** Where a line begins that may be the header of a table, as the first of a paragraph; -1 where there is none. */
    private int header = -1;

    private boolean isAfterEmptyLine = true;
    private boolean isInTable;

    TableLines(String text) {
        this.text = text;
    }

    /** The line below the header of the first table that has more than {@link Prose#MOST_COLUMNS}. */
    static Optional<Span> tooWide(SourceFile file, int offset) {
        String text = file.text();
        for (int pipe = text.indexOf('|', offset); pipe >= 0; pipe = text.indexOf('|', pipe)) {
            int start = text.lastIndexOf('\n', pipe) + 1;
            int next = text.indexOf('\n', pipe);
            int end = next < 0 ? text.length() : next;
            if (areColumns(text, start, end, "|:- \t>") && pipes(text, start, end) > Prose.MOST_COLUMNS) {
                return Optional.of(file.span(start, end));
            }
            pipe = end;
        }
        return Optional.empty();
    }

    /**
     * Whether the next line is a row of a table, below the line of its columns. A row may be parsed apart from all others.
     * To be sure, only tables count that begin after an empty line, with a bar at the beginning of each row.
     */
    boolean isRow(int start, int end) {
        boolean isRow = isInTable && isBarred(start, end);
        isInTable = isRow || (header >= 0 && areColumns(text, start, end, "|:- \t\n") && hasHeader(start, end));
        header = isAfterEmptyLine && isBarred(start, end) ? start : -1;
        isAfterEmptyLine = text.substring(start, end).isBlank();
        return isRow;
    }

    /** Whether a line begins with a bar, and has more than that. A bar alone ends a table. */
    private boolean isBarred(int start, int end) {
        int at = start;
        while (at < end && at - start < 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at < end
                && text.charAt(at) == '|'
                && !text.substring(at + 1, end).isBlank();
    }

    /** Whether the header has no more cells than there are columns; otherwise the lines are a paragraph. */
    private boolean hasHeader(int start, int end) {
        return isBarred(start, end) && pipes(text, header, start) <= pipes(text, start, end);
    }

    private static boolean areColumns(String text, int start, int end, String signs) {
        boolean hasDash = false;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (signs.indexOf(c) < 0) {
                return false;
            }
            hasDash |= c == '-';
        }
        return hasDash;
    }

    private static int pipes(String text, int start, int end) {
        int count = 0;
        for (int at = start; at < end; at++) {
            count += text.charAt(at) == '|' ? 1 : 0;
        }
        return count;
    }
}
