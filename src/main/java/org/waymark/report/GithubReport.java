package org.waymark.report;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;
import org.waymark.source.Span;

/**
 * Findings as workflow commands (GitHub documentation, "Workflow commands for GitHub Actions"), which annotate the
 * lines of a pull request. GitHub shows ten errors and ten warnings of a step and silently drops the rest, so the ten
 * worst of each are chosen here. A finding is worse than another if its code comes first in the list of codes: problems
 * that prevent a file from being read come before those with its fields, and these before those with its wording.
 */
final class GithubReport implements Report {
    private static final int SHOWN = 10;
    private static final Comparator<Diagnostic> WORST_FIRST =
            Comparator.comparing(Diagnostic::code, FindingGroup.WORST_FIRST).thenComparing(Diagnostic.ORDER);

    private final ReportContext context;

    GithubReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public void write(List<Diagnostic> diagnostics, PrintWriter target) {
        Stream.of(Severity.values())
                .forEach(severity -> worst(diagnostics, severity)
                        .forEach(finding -> target.append(command(finding)).append('\n')));
        long errors = left(diagnostics, Severity.ERROR);
        long warnings = left(diagnostics, Severity.WARNING);
        if (errors + warnings > 0) {
            target.append("::notice title=There is more::Not shown here, since GitHub shows only ")
                    .append(Integer.toString(SHOWN))
                    .append(" of each: ")
                    .append(Count.findings(errors, warnings))
                    .append(". The summary of this job lists them, as does `waymark check`.\n");
        }
    }

    private static List<Diagnostic> worst(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream()
                .filter(finding -> finding.severity() == severity)
                .sorted(WORST_FIRST)
                .limit(SHOWN)
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    private static long left(List<Diagnostic> diagnostics, Severity severity) {
        long all = diagnostics.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return Math.max(0, all - SHOWN);
    }

    private String command(Diagnostic finding) {
        Span span = finding.span();
        var command = new StringBuilder("::").append(finding.severity().word());
        command.append(" file=").append(property(context.inRepository(span.path())));
        command.append(",line=").append(span.startLine());
        if (!span.isStartOfFile()) {
            command.append(",endLine=").append(span.endLine());
            // GitHub rejects columns for spans of several lines.
            if (span.startLine() == span.endLine()) {
                command.append(",col=").append(span.startColumn());
                command.append(",endColumn=").append(span.endColumn());
            }
        }
        command.append(",title=").append(property(finding.code().name()));
        return command.append("::").append(data(FindingText.of(finding))).toString();
    }

    /** On one line, with nothing that affects the log, which people also read in a terminal. */
    private static String data(String text) {
        return text.replace("%", "%25").lines().map(TerminalEscaper::of).collect(Collectors.joining("%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
