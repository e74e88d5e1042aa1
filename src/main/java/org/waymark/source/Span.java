package org.waymark.source;

/**
 * A stretch of text in a file.
 *
 * @param path the file, relative to the project, with {@code /}
 * @param start the first character
 * @param end just behind the last character; equal to {@code start} where a span is only a point
 */
public record Span(String path, Position start, Position end) implements Comparable<Span> {
    public Span {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a span ends before it starts: " + start + " to " + end);
        }
    }

    /** The very beginning of a file, for what concerns the file as a whole. */
    public static Span startOf(String path) {
        return new Span(path, Position.START, Position.START);
    }

    /** Whether it stands for the file as a whole, so that no line of it shows what is meant. */
    public boolean isStartOfFile() {
        return end.equals(Position.START);
    }

    /** Orders by path in code unit order, then by start, then by end. */
    @Override
    public int compareTo(Span other) {
        int order = path.compareTo(other.path);
        if (order == 0) {
            order = start.compareTo(other.start);
        }
        return order != 0 ? order : end.compareTo(other.end);
    }

    @Override
    public String toString() {
        return path + ":" + start;
    }
}
