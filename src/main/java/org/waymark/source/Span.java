package org.waymark.source;

import java.util.regex.Pattern;

/**
 * A range of text in a file. Each value of each entry keeps one for the whole build, so positions are stored as plain
 * numbers. In a table, a line is a row, and a column is one of its columns.
 *
 * @param path the file, relative to the project, with {@code /}
 * @param startLine the line of the first character, from 1
 * @param startColumn its column in UTF-16 units, from 1
 * @param endLine the line of the position after the last character
 * @param endColumn the column of that position
 */
public record Span(String path, int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Span> {
    private static final Pattern TABLE = Pattern.compile("(?i)\\.(csv|tsv|txt|xlsx)$");

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

    /** The start of a file, for findings about the file as a whole. */
    public static Span startOf(String path) {
        return new Span(path, 1, 1, 1, 1);
    }

    /** The position of the first character. */
    public Position start() {
        return new Position(startLine, startColumn);
    }

    /** The position after the last character; equal to the start for an empty span. */
    public Position end() {
        return new Position(endLine, endColumn);
    }

    /** Whether it represents the file as a whole, so no line is worth showing. */
    public boolean isStartOfFile() {
        return endLine == 1 && endColumn == 1;
    }

    /** Whether it is on one line and as long as a text, so the text is written there verbatim. */
    public boolean isAsLongAs(String text) {
        return startLine == endLine && endColumn - startColumn == text.length();
    }

    /** A cell of a table, both numbers from 1. */
    public static Span ofCell(String path, int row, int column) {
        return new Span(path, row, column, row, column + 1);
    }

    /** The file and the position where the span starts, for people. */
    public String inWords() {
        return !isStartOfFile() && TABLE.matcher(path).find()
                ? path + ", row " + startLine + ", column " + letters()
                : toString();
    }

    /** The column of a table as spreadsheets name it: {@code A} to {@code Z}, then {@code AA}. */
    private String letters() {
        var letters = new StringBuilder();
        for (int left = startColumn; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /** Part of a span on one line, between two offsets from 0. */
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
