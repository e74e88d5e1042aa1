package org.waymark.tool.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.content.YamlLine;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * The cursor's context within the fields, derived from the surrounding lines, even if they are not valid YAML yet.
 *
 * @param path the keys that contain the cursor, outermost first
 * @param where what is expected there
 * @param inItem whether the cursor is within an item of the innermost list
 * @param typed the part of the word before the cursor
 * @param word the span of that word
 * @param present the sibling keys
 */
record FieldCursor(List<String> path, Where where, boolean inItem, String typed, Span word, Set<String> present) {
    /** What is expected at the cursor. */
    enum Where {
        /** A key, or an item if a list is expected. */
        START,
        /** The value after a key on the same line. */
        VALUE,
        /** Directly after the colon, where a space is still missing. */
        COLON,
        /** An item in brackets. */
        FLOW_ITEM,
        /** A key in braces. */
        FLOW_KEY
    }

    static Optional<FieldCursor> at(SourceFile file, FieldLines lines, Position position) {
        if (!lines.contains(position.line())) {
            return Optional.empty();
        }
        String line = file.line(position.line());
        int cursor = Math.min(position.column() - 1, line.length());
        YamlLine row = YamlLine.of(line);
        boolean blank = row.content() == line.length();
        if (line.stripLeading().startsWith("#") || (cursor < row.content() && !blank) || cursor <= row.dash()) {
            return Optional.empty();
        }
        int column = blank ? Math.min(cursor, row.content()) : row.content();
        Surroundings around = Surroundings.of(file, lines, position.line(), column, row.dash());
        if (row.colon() >= 0 && cursor > row.colon()) {
            var path = new ArrayList<>(around.path());
            path.add(row.key().orElseThrow());
            return Optional.of(value(file, position.line(), row.colon() + 1, cursor, path));
        }
        boolean quoted = column < cursor && "'\"".indexOf(line.charAt(column)) >= 0;
        int start = quoted ? column + 1 : column;
        int end = wordEnd(line, Math.max(cursor, start));
        return Optional.of(new FieldCursor(
                around.path(),
                Where.START,
                around.inItem(),
                line.substring(Math.min(start, cursor), cursor),
                TextPositions.inLine(file, position.line(), start, end),
                around.present()));
    }

    private static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** The context within a value, which may be a list in brackets or a group in braces. */
    private static FieldCursor value(SourceFile file, int number, int from, int cursor, List<String> outer) {
        String line = file.line(number);
        var open = new ArrayDeque<Character>();
        var path = new ArrayList<>(outer);
        var present = new HashSet<String>();
        boolean hasKey = true;
        int start = from;
        boolean first = true;
        for (int at = from; at < cursor; at++) {
            char c = line.charAt(at);
            first = at == start || (first && line.charAt(at - 1) == ' ');
            if ((c == '[' || c == '{') && first) {
                open.push(c);
                hasKey = c == '[';
                start = at + 1;
            } else if (c == ',' && !open.isEmpty()) {
                if (open.peek() == '{' && hasKey) {
                    path.remove(path.size() - 1);
                    hasKey = false;
                }
                start = at + 1;
            } else if (c == ':' && !open.isEmpty() && open.peek() == '{' && !hasKey) {
                String key = line.substring(start, at).strip();
                present.add(key);
                path.add(key);
                hasKey = true;
                start = at + 1;
            } else if ((c == ']' || c == '}') && !open.isEmpty()) {
                open.pop();
                start = at + 1;
            }
        }
        boolean atColon = cursor == from && open.isEmpty();
        while (start < cursor && " '\"".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        Where where = open.isEmpty()
                ? (atColon ? Where.COLON : Where.VALUE)
                : open.peek() == '[' ? Where.FLOW_ITEM : hasKey ? Where.VALUE : Where.FLOW_KEY;
        int end = open.isEmpty() ? valueEnd(line, cursor) : wordEnd(line, cursor);
        return new FieldCursor(
                path,
                where,
                where != Where.FLOW_ITEM && open.contains('['),
                line.substring(start, cursor),
                TextPositions.inLine(file, number, start, end),
                present);
    }

    /** The end of a single value: the end of the line, before any spaces, quotes and comments. */
    private static int valueEnd(String line, int cursor) {
        int comment = line.indexOf(" #", cursor);
        int end = comment < 0 ? line.length() : comment;
        while (end > cursor && " '\"".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** The parent and sibling keys of a line, by the indentation of the lines around it. */
    private record Surroundings(List<String> path, boolean inItem, Set<String> present) {
        static Surroundings of(SourceFile file, FieldLines lines, int number, int column, int dash) {
            var present = new HashSet<String>();
            addBelow(file, lines, number, column, present);
            var path = new ArrayDeque<String>();
            int content = column;
            int item = dash;
            boolean inItem = dash >= 0;
            for (int above = number - 1; above >= lines.first(); above--) {
                YamlLine row = YamlLine.of(file.line(above));
                if (row.isGap()) {
                    continue;
                }
                if (item < 0 && row.content() == content) {
                    if (path.isEmpty()) {
                        row.key().ifPresent(present::add);
                    }
                    if (row.isItem()) {
                        item = row.dash();
                        inItem |= path.isEmpty();
                    }
                } else if (row.key().isPresent() && (item < 0 ? row.content() < content : row.content() <= item)) {
                    path.addFirst(row.key().get());
                    content = row.content();
                    item = row.dash();
                }
            }
            return new Surroundings(List.copyOf(path), inItem, present);
        }

        private static void addBelow(SourceFile file, FieldLines lines, int number, int column, Set<String> present) {
            for (int below = number + 1; below <= lines.last(); below++) {
                YamlLine row = YamlLine.of(file.line(below));
                if (row.isGap()) {
                    continue;
                }
                if (row.content() < column || (row.isItem() && (row.dash() < column))) {
                    return;
                }
                if (row.content() == column) {
                    row.key().ifPresent(present::add);
                }
            }
        }
    }
}
