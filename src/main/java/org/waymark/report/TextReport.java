package org.waymark.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Note;
import org.waymark.diagnostic.Severity;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Findings for people: the message, the location with an excerpt, and the help. */
final class TextReport implements Report {
    /** The width of excerpts where that of the terminal is unknown. */
    private static final int USUAL_COLUMNS = 100;
    /** Narrower excerpts would show too little. */
    private static final int FEWEST_COLUMNS = 20;
    /** The bar with the spaces around it, and an ellipsis at each end. */
    private static final int FRAME = 5;

    private final Map<String, SourceFile> files;
    private final boolean colour;
    private final OptionalInt columns;

    TextReport(Map<String, SourceFile> files, boolean colour, OptionalInt columns) {
        this.files = files;
        this.colour = colour;
        this.columns = columns;
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        findings.forEach(finding -> target.append(text(finding)));
    }

    /** A finding with its excerpts, and an empty line below. */
    String text(Diagnostic finding) {
        var text = new StringBuilder();
        append(text, finding);
        return text.append('\n').toString();
    }

    /** A finding on one line. */
    String line(Diagnostic finding) {
        return TerminalEscaper.of(finding.span().inWords()) + ": " + paint(style(finding), label(finding)) + ": "
                + TerminalEscaper.of(finding.message()) + "\n";
    }

    private static String label(Diagnostic finding) {
        return finding.severity().word() + "[" + finding.code() + "]";
    }

    private static Style style(Diagnostic finding) {
        return finding.severity() == Severity.ERROR ? Style.ERROR : Style.WARNING;
    }

    private void append(StringBuilder text, Diagnostic diagnostic) {
        Style style = style(diagnostic);
        text.append(paint(style, label(diagnostic)))
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
                .append(TerminalEscaper.of(span.inWords()))
                .append('\n');
        SourceFile file = files.get(span.path());
        if (file == null || span.isStartOfFile() || span.startLine() > file.lineCount()) {
            return;
        }
        int line = span.start().line();
        LineExcerpt excerpt = LineExcerpt.of(file, span, columnsBeside(margin));
        if (excerpt.text().isBlank()) {
            return;
        }
        String number = Integer.toString(line);
        String gap = margin + " " + paint(Style.QUIET, "|");
        text.append(gap).append('\n');
        text.append(paint(Style.QUIET, " ".repeat(margin.length() - number.length()) + number + " |"))
                .append(' ')
                .append(excerpt.text())
                .append('\n');
        text.append(gap)
                .append(' ')
                .append(" ".repeat(excerpt.before()))
                .append(paint(style, "^".repeat(excerpt.length())))
                .append('\n');
    }

    private int columnsBeside(String margin) {
        return columns.isEmpty()
                ? USUAL_COLUMNS
                : Math.max(FEWEST_COLUMNS, columns.getAsInt() - margin.length() - FRAME);
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
