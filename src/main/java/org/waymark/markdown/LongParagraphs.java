package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Looks for paragraphs that are too long, before anything is parsed. */
final class LongParagraphs {
    private LongParagraphs() {}

    /** The first line of the first paragraph that is longer than {@link Prose#LONGEST_PARAGRAPH}. */
    static Optional<Span> first(SourceFile file, int offset) {
        if (file.text().length() - offset <= Prose.LONGEST_PARAGRAPH) {
            return Optional.empty();
        }
        var table = new TableLines(file.text());
        int start = offset;
        int line = offset;
        while (line < file.text().length()) {
            int next = file.text().indexOf('\n', line) + 1;
            int end = next == 0 ? file.text().length() : next;
            if (table.isRow(line, end) || isBoundary(file.text(), line, end)) {
                start = line;
            }
            if (end - start > Prose.LONGEST_PARAGRAPH) {
                return Optional.of(firstLine(file, start));
            }
            line = end;
        }
        return Optional.empty();
    }

    /** Whether a line is empty or begins an item of a list, which ends any paragraph (CommonMark 0.31, sections 4.8 and 5.2). */
    private static boolean isBoundary(String text, int line, int end) {
        int at = line;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        boolean isItem = at - line <= 3
                && at + 2 < end
                && "-*+".indexOf(text.charAt(at)) >= 0
                && text.charAt(at + 1) == ' '
                && text.charAt(at + 2) > ' ';
        return at == end || isItem || isFootnote(text, line, at, end);
    }

    /** Whether a line begins a footnote, which ends any paragraph too. */
    private static boolean isFootnote(String text, int line, int at, int end) {
        if (at - line > 3 || !text.startsWith("[^", at)) {
            return false;
        }
        int name = at + 2;
        while (name < end && text.charAt(name) != ']' && !Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        return name > at + 2 && text.startsWith("]:", name);
    }

    private static Span firstLine(SourceFile file, int start) {
        int from = start;
        while (from < file.text().length() && file.text().charAt(from) == '\n') {
            from++;
        }
        int end = file.text().indexOf('\n', from);
        return file.span(from, end < 0 ? file.text().length() : end);
    }
}
