package org.waymark.report;

import java.io.PrintWriter;
import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/**
 * Findings for GitLab's Code Quality widget (GitLab documentation, "Code Quality report format"): a list of issues with
 * paths from the root of the repository.
 */
final class GitlabReport implements Report {
    private final ReportContext context;

    GitlabReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        String separator = "[";
        for (Diagnostic finding : findings) {
            target.append(separator).append(JsonEscaper.of(Json.line(issue(finding))));
            separator = ",";
        }
        target.append(findings.isEmpty() ? "[]\n" : "]\n");
    }

    private Members issue(Diagnostic diagnostic) {
        Members lines = Json.object()
                .add("begin", diagnostic.span().startLine())
                .add("end", diagnostic.span().endLine());
        return Json.object()
                .add("description", FindingText.of(diagnostic))
                .add("check_name", diagnostic.code().name())
                .add("fingerprint", context.fingerprints().of(diagnostic))
                .add("severity", severity(diagnostic))
                .add(
                        "location",
                        Json.object()
                                .add(
                                        "path",
                                        context.inRepository(diagnostic.span().path()))
                                .add("lines", lines));
    }

    private static String severity(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> "critical";
            case WARNING -> "minor";
        };
    }
}
