package org.waymark.source;

/**
 * A stretch of text in a file. Each value of each entry has one for the whole of a build, so the places are kept as plain
 * numbers.
 *
 * @param path the file, relative to the project, with {@code /}
 * @param startLine the line of the first character, from 1
 * @param startColumn its column in UTF-16 units, from 1
 * @param endLine the line of the place just after the last character
 * @param endColumn the column of that place
 */
public record Span(String path, int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Span> {
    public Span {
        if (startLine < 1 || startColumn < 1 || endColumn < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + startLine + ":" + startColumn
                    + " to " + endLine + ":" + endColumn);
        }
        if (endLine < startLine || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException("a span ends before it starts: " + startLine + ":" + startColumn + " to "
                    + endLine + ":" + endColumn);
        }
    }

    public Span(String path, Position start, Position end) {
        this(path, start.line(), start.column(), end.line(), end.column());
    }

    /** The very beginning of a file, for what concerns the file as a whole. */
    public static Span startOf(String path) {
        return new Span(path, 1, 1, 1, 1);
    }

    /** The first character. */
    public Position start() {
        return new Position(startLine, startColumn);
    }

    /** Just after the last character; equal to the start where a span is only a point. */
    public Position end() {
        return new Position(endLine, endColumn);
    }

    /** Whether it stands for the file as a whole, so that no line of it shows what is meant. */
    public boolean isStartOfFile() {
        return endLine == 1 && endColumn == 1;
    }

    /** Whether it is on one line and has as many characters as a text, which then is written there letter by letter. */
    public boolean isAsLongAs(String text) {
        return startLine == endLine && endColumn - startColumn == text.length();
    }

    /** The part of a span on one line, from a character of it to another, counted from 0. */
    public Span part(int from, int to) {
        return new Span(path, startLine, startColumn + from, endLine, startColumn + to);
    }

    /** Orders by path in code unit order, then by start, then by end. */
    @Override
    public int compareTo(Span other) {
        int order = path.compareTo(other.path);
        if (order == 0) {
            order = Integer.compare(startLine, other.startLine);
        }
        if (order == 0) {
            order = Integer.compare(startColumn, other.startColumn);
        }
        if (order == 0) {
            order = Integer.compare(endLine, other.endLine);
        }
        return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
    }

    @Override
    public String toString() {
        return path + ":" + startLine + ":" + startColumn;
    }
}
