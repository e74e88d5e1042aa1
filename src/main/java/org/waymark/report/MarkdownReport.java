package org.waymark.report;

import java.io.PrintWriter;
import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/** Findings as a table in Markdown, for an issue or a comment on a code host. */
final class MarkdownReport implements Report {
    /** An issue on GitHub is limited to 65,536 characters, and may have to contain more than this. */
    private static final int LONGEST = 40_000;

    private final ReportContext context;

    MarkdownReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        target.append(
                findings.isEmpty() ? "Nothing was found.\n\n" : JobSummary.table(findings, context, LONGEST) + "\n");
    }
}
