package org.waymark.report;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Note;
import org.waymark.diagnostic.Severity;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Findings for people: the fact, the place with the line itself, and the cure. */
final class TextReport implements Report {
    /** Longer lines are shown in part, around the place that matters. */
    private static final int WIDEST = 100;

    private final Map<String, SourceFile> files;
    private final boolean colour;

    TextReport(Map<String, SourceFile> files, boolean colour) {
        this.files = files;
        this.colour = colour;
    }

    @Override
    public String render(List<Diagnostic> diagnostics) {
        var text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            append(text, diagnostic);
            text.append('\n');
        }
        return text.toString();
    }

    private void append(StringBuilder text, Diagnostic diagnostic) {
        Severity severity = diagnostic.severity();
        Style style = severity == Severity.ERROR ? Style.ERROR : Style.WARNING;
        text.append(paint(style, severity.word() + "[" + diagnostic.code() + "]"))
                .append(paint(Style.STRONG, ": " + TerminalEscaper.of(diagnostic.message())))
                .append('\n');
        int lastLine = diagnostic.notes().stream()
                .map(note -> note.span().start().line())
                .reduce(diagnostic.span().start().line(), Math::max);
        String margin = " ".repeat(Integer.toString(lastLine).length());
        appendPlace(text, margin, "-->", diagnostic.span(), style);
        diagnostic
                .help()
                .ifPresent(help -> text.append(margin)
                        .append(paint(Style.QUIET, " = "))
                        .append(paint(Style.STRONG, "help"))
                        .append(": ")
                        .append(TerminalEscaper.of(help))
                        .append('\n'));
        for (Note note : diagnostic.notes()) {
            text.append(margin)
                    .append(paint(Style.QUIET, " = "))
                    .append(paint(Style.STRONG, "note"))
                    .append(": ")
                    .append(TerminalEscaper.of(note.message()))
                    .append('\n');
            appendPlace(text, margin, "-->", note.span(), Style.QUIET);
        }
    }

    private void appendPlace(StringBuilder text, String margin, String arrow, Span span, Style style) {
        text.append(margin)
                .append(paint(Style.QUIET, arrow))
                .append(' ')
                .append(TerminalEscaper.of(span.path()))
                .append(':')
                .append(span.start())
                .append('\n');
        SourceFile file = files.get(span.path());
        if (file == null || span.isStartOfFile() || span.startLine() > file.lineCount()) {
            return;
        }
        int line = span.start().line();
        LineExcerpt excerpt = LineExcerpt.of(file, span);
        if (excerpt.text().isBlank()) {
            return;
        }
        String number = Integer.toString(line);
        String gap = margin + " " + paint(Style.QUIET, "|");
        text.append(gap).append('\n');
        text.append(paint(Style.QUIET, " ".repeat(margin.length() - number.length()) + number + " |"))
                .append(' ')
                .append(TerminalEscaper.of(excerpt.text()))
                .append('\n');
        text.append(gap)
                .append(' ')
                .append(" ".repeat(excerpt.before()))
                .append(paint(style, "^".repeat(excerpt.length())))
                .append('\n');
    }

    /** A line, or the part of it that fits, and where in it the carets go, counted in characters. */
    private record LineExcerpt(String text, int before, int length) {
        static LineExcerpt of(SourceFile file, Span span) {
            int whole = file.lineLength(span.startLine());
            int start = Math.min(span.startColumn() - 1, whole);
            boolean oneLine = span.endLine() == span.startLine();
            int end = oneLine ? Math.min(span.endColumn() - 1, whole) : whole;
            int from = 0;
            int to = whole;
            if (whole > WIDEST) {
                from = Math.max(0, Math.min(start - WIDEST / 4, whole - WIDEST));
                to = Math.min(whole, from + WIDEST);
                end = Math.min(end, to);
            }
            String part = file.part(span.startLine(), from, to);
            String left = from > 0 ? "…" : "";
            String right = to < whole ? "…" : "";
            int first = Math.min(start, to) - from;
            int before = left.length() + part.codePointCount(0, first);
            int length = Math.max(1, part.codePointCount(first, Math.max(first, end - from)));
            return new LineExcerpt(left + part + right, before, length);
        }
    }

    private enum Style {
        ERROR("1;31"),
        WARNING("1;33"),
        STRONG("1"),
        QUIET("34");

        private final String sequence;

        Style(String sequence) {
            this.sequence = sequence;
        }
    }

    private String paint(Style style, String text) {
        return colour ? "\u001B[" + style.sequence + "m" + text + "\u001B[0m" : text;
    }
}
