package org.waymark.source;

import java.util.ArrayList;
import java.util.List;

/** Applies edits to a text and leaves the rest unchanged, whatever its line ends. */
public final class EditedText {
    private EditedText() {}

    /** A line as offsets in UTF-16 units, without its line end. */
    private record Line(int start, int end) {}

    /**
     * Applies edits to a text. Inserted text gets the line ends of the text's first line.
     *
     * @param edits in the order of their spans, without overlaps; a position beyond the end of a line or of the text
     *     counts as that end
     * @throws IllegalArgumentException if edits overlap or are not in order
     */
    public static String of(String text, List<Edit> edits) {
        List<Line> lines = lines(text);
        String lineEnd = lineEnd(text, lines);
        var edited = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (Edit edit : edits) {
            int start = offset(lines, edit.span().start());
            if (start < copied) {
                throw new IllegalArgumentException("edits overlap at " + edit.span());
            }
            edited.append(text, copied, start).append(edit.text().replace("\n", lineEnd));
            copied = offset(lines, edit.span().end());
        }
        return edited.append(text, copied, text.length()).toString();
    }

    /** Lines end as in {@link SourceFile}: with a line feed, a carriage return, or both. */
    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(new Line(start, i));
                if (c == '\r' && text.startsWith("\n", i + 1)) {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(new Line(start, text.length()));
        return lines;
    }

    private static String lineEnd(String text, List<Line> lines) {
        return lines.size() == 1
                ? "\n"
                : text.substring(lines.get(0).end(), lines.get(1).start());
    }

    private static int offset(List<Line> lines, Position position) {
        if (position.line() > lines.size()) {
            return lines.get(lines.size() - 1).end();
        }
        Line line = lines.get(position.line() - 1);
        return Math.min(line.start() + position.column() - 1, line.end());
    }
}
