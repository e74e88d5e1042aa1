package org.waymark.report;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/** Findings as a table in Markdown, for an issue or a comment on a code host. */
final class MarkdownReport implements Report {
    /** An issue on GitHub holds 65,536 characters, and may have to say more than this. */
    private static final int LONGEST = 40_000;

    private final ReportContext context;

    MarkdownReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.isEmpty()
                ? "Nothing was found.\n\n"
                : JobSummary.table(diagnostics, context, LONGEST) + "\n";
    }
}
