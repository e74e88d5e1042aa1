package org.waymark.tool.edit;

import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;

/** Offsets of the values in a YAML text, in UTF-16 units, and their lines. */
record YamlPositions(SourceFile file) {
    int start(Value value) {
        return file.offset(value.span().start());
    }

    /**
     * The offset after the last character of a value. A block ends with its content, since the parser would include
     * comments below.
     */
    int end(Value value) {
        if (value instanceof Sequence list
                && !isInBrackets(list)
                && !list.items().isEmpty()) {
            return end(list.items().get(list.items().size() - 1));
        }
        if (value instanceof Mapping group
                && !isInBrackets(group)
                && !group.members().isEmpty()) {
            return end(group.members().get(group.members().size() - 1));
        }
        return file.offset(value.span().end());
    }

    int end(Value.Member member) {
        return Math.max(afterColon(member), member.value().map(this::end).orElse(0));
    }

    /** The offset after the colon that follows a name. */
    int afterColon(Value.Member member) {
        int at = file.offset(member.key().span().end());
        while (at < file.text().length() && file.text().charAt(at) != ':') {
            at++;
        }
        return Math.min(at + 1, file.text().length());
    }

    /** Whether a list or mapping is in flow style, such as {@code [a, b]}. */
    boolean isInBrackets(Value value) {
        int start = start(value);
        char first = start < file.text().length() ? file.text().charAt(start) : '\n';
        return value instanceof Sequence ? first == '[' : first == '{';
    }

    String text(Span span) {
        return file.text(span);
    }

    int lineStart(int offset) {
        return file.text().lastIndexOf('\n', offset - 1) + 1;
    }

    /** The end of a line, before its line feed. */
    int lineEnd(int offset) {
        int end = file.text().indexOf('\n', offset);
        return end < 0 ? file.text().length() : end;
    }

    int column(int offset) {
        return offset - lineStart(offset);
    }

    /** Whether only spaces precede an offset in its line. */
    boolean beginsLine(int offset) {
        return file.text().substring(lineStart(offset), offset).isBlank();
    }

    /**
     * The offset of an item's dash.
     *
     * @throws Refusal if it has none, or is not on a line of its own
     */
    int dash(Value item) {
        int at = start(item) - 1;
        while (at > 0 && file.text().charAt(at) <= ' ') {
            at--;
        }
        if (at < 0 || file.text().charAt(at) != '-' || !beginsLine(at)) {
            throw Refusal.inTheWay("the list at " + item.span()
                    + " has a style that Waymark cannot edit; write each item on its own line, after `- `");
        }
        return at;
    }

    /** Deletes an item of a list, with one of the blank lines around it. */
    Edit deleteItem(Value item) {
        int start = lineStart(dash(item));
        int end = lineEnd(end(item));
        boolean isFirst = file.text().substring(0, start).isBlank();
        boolean isApart = isFirst || file.text().charAt(Math.max(0, start - 2)) == '\n';
        boolean isFollowed = file.text().startsWith("\n\n", end);
        return isApart && isFollowed ? edit(start, end + 2, "") : deleteLines(start, end);
    }

    /** Deletes all lines from one offset to another. */
    Edit deleteLines(int start, int end) {
        int from = lineStart(start);
        int to = lineEnd(end);
        if (to < file.text().length()) {
            to++;
        } else if (from > 0) {
            from--;
        }
        return edit(from, to, "");
    }

    /** Inserts lines below that of an offset. */
    Edit insertLines(int at, String lines) {
        int end = lineEnd(at);
        return end < file.text().length() ? insert(end + 1, lines + "\n") : insert(end, "\n" + lines);
    }

    Edit insert(int at, String text) {
        return edit(at, at, text);
    }

    Edit edit(int start, int end, String text) {
        return new Edit(file.span(start, end), text);
    }
}
