package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/** Reports a comment that hides what a parser then misses: the end of a list, or the start of a text that continues below. */
final class HiddenText {
    private static final String HELP = "put the whole value in quotes";

    private HiddenText() {}

    /** What a comment hides within brackets: a comma, or the bracket that closes them. */
    static Optional<Diagnostic> inBrackets(SourceFile file, int opening, int end) {
        String text = file.text();
        var edits = new ArrayList<Edit>();
        Optional<Diagnostic> first = Optional.empty();
        int depth = 0;
        int value = opening;
        int at = opening;
        while (at < end) {
            char c = text.charAt(at);
            boolean isFirst = text.substring(value, at).isBlank();
            if ((c == '\'' || c == '"') && isFirst) {
                int closing = text.indexOf(c, at + 1);
                at = closing < 0 ? end : closing + 1;
                continue;
            }
            if (c == '#' && text.charAt(at - 1) <= ' ') {
                int after = endOfItem(text, at, end);
                if (isFirst || after == lineEnd(text, at)) {
                    at = lineEnd(text, at);
                    continue;
                }
                int start = value + leadingSpaces(text.substring(value, at));
                String typed = text.substring(start, after).stripTrailing();
                edits.add(new Edit(file.span(start, start + typed.length()), YamlFixes.quoted(typed)));
                if (first.isEmpty()) {
                    first = Optional.of(Diagnostic.of(
                            Codes.COMMENT_IN_TEXT,
                            file.span(at, lineEnd(text, at)),
                            "a space and `#` begin a comment here, which continues to the end of the line",
                            HELP));
                }
                at = after;
                continue;
            }
            depth += c == '[' || c == '{' ? 1 : 0;
            depth -= c == ']' || c == '}' ? 1 : 0;
            if (depth == 0) {
                break;
            }
            boolean begins = "[{,".indexOf(c) >= 0 || (c == ':' && at + 1 < end && text.charAt(at + 1) <= ' ');
            value = begins ? at + 1 : value;
            at++;
        }
        boolean isClosed = depth == 0;
        return first.map(finding -> finding.withFix(Optional.of(new Fix("Put it in quotes", isClosed, edits))));
    }

    private static int endOfItem(String text, int from, int end) {
        int at = from;
        while (at < end && ",]}\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** A comment after the first line of a text whose next line then seems to belong to nothing. */
    static Optional<Diagnostic> aboveLine(SourceFile file, int line, int top) {
        YamlLine row = YamlLine.of(line - 1 < top ? "" : file.line(line - 1));
        int start = row.isField() ? row.colon() + 1 : row.content();
        if ((!row.isField() && !row.isItem()) || indentation(file, line) <= row.indentation()) {
            return Optional.empty();
        }
        String value = row.text().substring(start);
        int sign = value.indexOf(" #");
        int first = leadingSpaces(value);
        if (sign < first || "'\"[{|>".indexOf(value.charAt(first)) >= 0) {
            return Optional.empty();
        }
        int last = line;
        while (indentation(file, last + 1) > row.indentation()) {
            last++;
        }
        int lineStart = file.offset(new Position(line - 1, 1));
        int from = lineStart + start + first;
        int to = file.offset(new Position(last, 1))
                + file.line(last).stripTrailing().length();
        String whole = YamlFixes.quoted(file.text().substring(from, to));
        return Optional.of(Diagnostic.of(
                        Codes.COMMENT_IN_TEXT,
                        file.span(lineStart + start + sign + 1, lineEnd(file.text(), lineStart)),
                        "a space and `#` begin a comment here, but the text continues below",
                        HELP)
                .withFix(Optional.of(
                        new Fix("Put it in quotes", true, List.of(new Edit(file.span(from, to), whole))))));
    }

    private static int indentation(SourceFile file, int line) {
        String text = line > file.lineCount() ? "" : file.line(line);
        return text.isBlank() ? -1 : leadingSpaces(text);
    }

    private static int leadingSpaces(String text) {
        return text.length() - text.stripLeading().length();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
