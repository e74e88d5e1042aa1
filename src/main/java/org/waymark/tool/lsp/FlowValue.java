package org.waymark.tool.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.source.SourceFile;
import org.waymark.tool.lsp.FieldCursor.Where;

/**
 * A value after a colon as typed in one line, with a cursor in it: a single value, a list in brackets or a group in
 * braces. Nothing needs to be closed yet. Columns are from 0.
 */
final class FlowValue {
    private final String line;
    private final int from;
    private final int cursor;
    private final Deque<Bracket> open = new ArrayDeque<>();

    /** The groups that were open at the cursor and lead to it, outermost first. */
    private List<Bracket> groups = List.of();
    /** The keys to the cursor. */
    private List<String> keys = List.of();
    /** Whether any bracket was open at the cursor. */
    private boolean isOpen;
    /** Whether a list was. */
    private boolean isInList;
    /** Whether the innermost that was is a list. */
    private boolean isItem;
    /** Whether what is at the cursor is a value, rather than a key. */
    private boolean isValue = true;
    /** Where the word at the cursor begins. */
    private int start;

    /** A bracket or brace that is open. */
    private static final class Bracket {
        private final boolean isGroup;
        private final Map<String, String> members = new LinkedHashMap<>();
        private @Nullable String key;

        Bracket(boolean isGroup) {
            this.isGroup = isGroup;
        }
    }

    private FlowValue(String line, int from, int cursor) {
        this.line = line;
        this.from = from;
        this.cursor = cursor;
        this.start = from;
    }

    static FlowValue of(String line, int from, int cursor) {
        var value = new FlowValue(line, from, cursor);
        value.scan();
        return value;
    }

    /** Scans the whole line, since what follows the cursor belongs to the groups around it as well. */
    private void scan() {
        int word = from;
        int at = from;
        boolean first = true;
        while (at <= line.length()) {
            if (at == cursor) {
                keep(word);
            }
            char c = at < line.length() ? line.charAt(at) : '\n';
            if ((c == '"' || c == '\'') && first) {
                at = afterQuote(at, word);
                first = false;
                continue;
            }
            Bracket inner = open.peekLast();
            if ((c == '[' || c == '{') && first) {
                open.addLast(new Bracket(c == '{'));
                word = at + 1;
                first = true;
            } else if (inner != null && (c == ',' || c == ']' || c == '}' || c == '\n')) {
                end(inner, word, at);
                if (c != ',' && c != '\n') {
                    open.removeLast();
                }
                word = at + 1;
                first = true;
            } else if (inner != null && inner.isGroup && inner.key == null && c == ':' && isKeyEnd(at)) {
                inner.key = plain(line.substring(word, at));
                word = at + 1;
                first = true;
            } else if (inner == null && c == '#' && at > from && line.charAt(at - 1) == ' ') {
                at = Math.max(at, cursor); // a comment
                if (at == cursor) {
                    keep(word);
                }
                return;
            } else {
                first &= c == ' ';
            }
            at++;
        }
    }

    /** After a quoted text; keeps what is open if the cursor is in it. */
    private int afterQuote(int quote, int word) {
        int end = line.indexOf(line.charAt(quote), quote + 1);
        int after = end < 0 ? line.length() : end + 1;
        if (quote < cursor && cursor < after) {
            keep(word);
        }
        return after;
    }

    private boolean isKeyEnd(int colon) {
        return colon + 1 == line.length() || line.charAt(colon + 1) == ' ';
    }

    private void end(Bracket inner, int word, int at) {
        if (inner.isGroup) {
            String text = plain(line.substring(word, Math.min(at, line.length())));
            String key = inner.key == null ? text : inner.key;
            boolean isAtCursor = inner.key == null && word <= cursor && cursor <= at;
            if (!key.isEmpty() && !isAtCursor) {
                inner.members.put(key, inner.key == null ? "" : text);
            }
            inner.key = null;
        }
    }

    private void keep(int word) {
        Bracket inner = open.peekLast();
        groups = open.stream()
                .filter(bracket -> bracket.isGroup && (bracket.key != null || bracket == inner))
                .toList();
        keys = groups.stream()
                .filter(group -> group.key != null)
                .map(group -> String.valueOf(group.key))
                .toList();
        isOpen = inner != null;
        isInList = open.stream().anyMatch(bracket -> !bracket.isGroup);
        isItem = inner != null && !inner.isGroup;
        isValue = inner == null || !inner.isGroup || inner.key != null;
        start = word;
    }

    /**
     * The context of the cursor, including what surrounds the value.
     *
     * @param outer the keys that lead to the value
     * @param outerLevels the keys of the group of each of them
     */
    FieldCursor within(SourceFile file, int number, List<String> outer, List<Map<String, String>> outerLevels) {
        var path = new ArrayList<>(outer);
        path.addAll(keys);
        var levels = new ArrayList<>(outerLevels);
        groups.forEach(group -> levels.add(Map.copyOf(group.members)));
        if (levels.size() == path.size()) {
            levels.add(Map.of());
        }
        int begin = start;
        while (begin < cursor && " '\"".indexOf(line.charAt(begin)) >= 0) {
            begin++;
        }
        Where where = isItem
                ? Where.FLOW_ITEM
                : !isValue ? Where.FLOW_KEY : !isOpen && cursor == from ? Where.COLON : Where.VALUE;
        int end = isOpen ? FieldCursor.wordEnd(line, cursor) : valueEnd();
        return new FieldCursor(
                path,
                where,
                !isItem && isInList,
                line.substring(Math.min(begin, cursor), cursor),
                TextPositions.inLine(file, number, Math.min(begin, cursor), end),
                levels);
    }

    /** The end of a single value: the end of the line, before any spaces, quotes and comments. */
    private int valueEnd() {
        int comment = line.indexOf(" #", cursor);
        int end = comment < 0 ? line.length() : comment;
        while (end > cursor && " '\"".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** A key or value without spaces, quotes and a comment. */
    static String plain(String typed) {
        String text = typed.strip();
        int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
        text = comment < 0 ? text : text.substring(0, comment).strip();
        boolean isQuoted = text.length() > 1
                && "'\"".indexOf(text.charAt(0)) >= 0
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
