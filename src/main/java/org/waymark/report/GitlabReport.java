package org.waymark.report;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import tools.jackson.core.JsonGenerator;

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
    public String render(List<Diagnostic> diagnostics) {
        return JsonText.of(json -> {
            json.writeStartArray();
            diagnostics.forEach(diagnostic -> write(json, diagnostic));
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, Diagnostic diagnostic) {
        json.writeStartObject();
        json.writeStringProperty("description", FindingText.of(diagnostic));
        json.writeStringProperty("check_name", diagnostic.code().name());
        json.writeStringProperty("fingerprint", context.fingerprints().of(diagnostic));
        json.writeStringProperty("severity", severity(diagnostic));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", context.inRepository(diagnostic.span().path()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", diagnostic.span().startLine());
        json.writeNumberProperty("end", diagnostic.span().endLine());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> "critical";
            case WARNING -> "minor";
        };
    }
}
