package org.waymark.report;

import java.util.Comparator;
import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/**
 * A run in Markdown, for the page of a job on GitHub: what was done, and a table of findings, errors first. Text from
 * the content is inert there.
 */
public final class JobSummary {
    /** In UTF-16 units. GitHub accepts 1 MiB from a step, and drops anything longer as a whole. */
    private static final int LONGEST = 250_000;

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_CELL = 400;

    private JobSummary() {}

    /**
     * The summary of a run.
     *
     * @param outcome what was done, in a sentence
     */
    public static String of(String outcome, List<Diagnostic> findings, ReportContext context) {
        var text = new StringBuilder("### Waymark\n\n");
        text.append(MarkdownEscaper.of(outcome)).append("\n\n");
        if (findings.isEmpty()) {
            return text.toString();
        }
        return text.append(table(findings, context, LONGEST)).append('\n').toString();
    }

    /**
     * The findings alone, errors first.
     *
     * @param longest about how long it may be, in UTF-16 units
     */
    static String table(List<Diagnostic> findings, ReportContext context, int longest) {
        var text = new StringBuilder("| | Where | What |\n| --- | --- | --- |\n");
        int rows = 0;
        List<Diagnostic> sorted = findings.stream()
                .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(Diagnostic.ORDER))
                .toList();
        for (Diagnostic finding : sorted) {
            if (rows == MOST_ROWS || text.length() > longest) {
                break;
            }
            text.append(row(finding, context));
            rows++;
        }
        int left = findings.size() - rows;
        if (left > 0) {
            text.append("\nThere are ").append(left).append(" more. `--format json` lists all.\n");
        }
        return text.toString();
    }

    private static String row(Diagnostic finding, ReportContext context) {
        String place = context.inRepository(finding.span().path())
                + (finding.span().isStartOfFile() ? "" : ":" + finding.span().startLine());
        return "| " + finding.severity().word() + " | " + MarkdownEscaper.cellOf(MarkdownEscaper.codeOf(place)) + " | "
                + cell(FindingText.of(finding)) + " `" + finding.code() + "` |\n";
    }

    private static String cell(String text) {
        boolean isLong = text.length() > LONGEST_CELL;
        return MarkdownEscaper.cellOf(MarkdownEscaper.of(isLong ? text.substring(0, LONGEST_CELL) + "…" : text));
    }
}
