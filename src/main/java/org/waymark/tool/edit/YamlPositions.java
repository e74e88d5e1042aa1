package org.waymark.tool.edit;

import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;

/** Where the values of a YAML text begin and end, in UTF-16 units, with their lines. */
record YamlPositions(SourceFile file) {
    int start(Value value) {
        return file.offset(value.span().start());
    }

    /** Just after the last sign of a value. A block ends with what it holds, since the parser counts comments below to it. */
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
        return Math.max(behindColon(member), member.value().map(this::end).orElse(0));
    }

    /** Just after the colon that follows a name. */
    int behindColon(Value.Member member) {
        int at = file.offset(member.key().span().end());
        while (at < file.text().length() && file.text().charAt(at) != ':') {
            at++;
        }
        return Math.min(at + 1, file.text().length());
    }

    /** Whether a list or group is typed in brackets, such as {@code [a, b]}. */
    boolean isInBrackets(Value value) {
        int start = start(value);
        char first = start < file.text().length() ? file.text().charAt(start) : '\n';
        return value instanceof Sequence ? first == '[' : first == '{';
    }

    String text(Span span) {
        return file.text().substring(file.offset(span.start()), file.offset(span.end()));
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

    /** Whether nothing but spaces is before a place in its line. */
    boolean beginsLine(int offset) {
        return file.text().substring(lineStart(offset), offset).isBlank();
    }

    /**
     * The dash of an item of a list.
     *
     * @throws Refusal where it has none, or is not on a line of its own
     */
    int dash(Value item) {
        int at = start(item) - 1;
        while (at > 0 && file.text().charAt(at) <= ' ') {
            at--;
        }
        if (at < 0 || file.text().charAt(at) != '-' || !beginsLine(at)) {
            throw Refusal.inTheWay(
                    "the list at " + item.span()
                            + " is typed in a way that Waymark cannot change; write each item on a line of its own, after `- `");
        }
        return at;
    }

    /** Deletes an item of a list, with one of the empty lines around it. */
    Edit deleteItem(Value item) {
        int start = lineStart(dash(item));
        int end = lineEnd(end(item));
        boolean isFirst = file.text().substring(0, start).isBlank();
        boolean isApart = isFirst || file.text().charAt(Math.max(0, start - 2)) == '\n';
        boolean isFollowed = file.text().startsWith("\n\n", end);
        return isApart && isFollowed ? edit(start, end + 2, "") : deleteLines(start, end);
    }

    /** Deletes all lines from one place to another. */
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

    /** Puts lines below that of a place. */
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
