package org.waymark.tool.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param levels the keys of each group that contains the cursor, outermost first, with their values as typed; the last has the
 *     siblings of what is at the cursor
 */
record FieldCursor(
        List<String> path, Where where, boolean inItem, String typed, Span word, List<Map<String, String>> levels) {
    FieldCursor {
        path = List.copyOf(path);
        levels = List.copyOf(levels);
        if (levels.size() != path.size() + 1) {
            throw new IllegalArgumentException("a group for each key, and one for the cursor");
        }
    }

    /** The sibling keys, with their values as typed. */
    Map<String, String> present() {
        return levels.get(path.size());
    }

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
            return Optional.of(
                    FlowValue.of(line, row.colon() + 1, cursor).within(file, position.line(), path, around.levels()));
        }
        boolean isFlow = column < line.length() && "[{".indexOf(line.charAt(column)) >= 0;
        if (isFlow && cursor > column) {
            List<Map<String, String>> outer =
                    around.levels().subList(0, around.path().size());
            return Optional.of(FlowValue.of(line, column, cursor).within(file, position.line(), around.path(), outer));
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
                around.levels()));
    }

    static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** The parent and sibling keys of a line, by the indentation of the lines around it. */
    private record Surroundings(List<String> path, boolean inItem, List<Map<String, String>> levels) {
        /** The groups of a file are not nested deeper. */
        private static final int DEEPEST = 16;

        static Surroundings of(SourceFile file, FieldLines lines, int number, int column, int dash) {
            var levels = new ArrayDeque<Map<String, String>>();
            var siblings = new LinkedHashMap<String, String>();
            addBelow(file, lines, number, column, siblings);
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
                    add(row, siblings);
                    if (row.isItem()) {
                        item = row.dash();
                        inItem |= path.isEmpty();
                    }
                } else if (row.key().isPresent() && (item < 0 ? row.content() < content : row.content() <= item)) {
                    path.addFirst(row.key().get());
                    content = row.content();
                    item = row.dash();
                    levels.addFirst(siblings);
                    siblings = new LinkedHashMap<>();
                    add(row, siblings);
                    if (levels.size() < DEEPEST) {
                        addBelow(file, lines, above, content, siblings);
                    }
                }
            }
            levels.addFirst(siblings);
            return new Surroundings(List.copyOf(path), inItem, List.copyOf(levels));
        }

        private static void add(YamlLine row, Map<String, String> siblings) {
            row.key()
                    .ifPresent(key ->
                            siblings.put(key, FlowValue.plain(row.text().substring(row.colon() + 1))));
        }

        private static void addBelow(
                SourceFile file, FieldLines lines, int number, int column, Map<String, String> siblings) {
            for (int below = number + 1; below <= lines.last(); below++) {
                YamlLine row = YamlLine.of(file.line(below));
                if (row.isGap()) {
                    continue;
                }
                if (row.content() < column || (row.isItem() && (row.dash() < column))) {
                    return;
                }
                if (row.content() == column) {
                    add(row, siblings);
                }
            }
        }
    }
}
