package org.waymark.report;

import java.io.PrintWriter;
import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Note;
import org.waymark.source.Edit;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Span;

/** Findings as one JSON object. Paths are relative to the project. */
final class JsonReport implements Report {
    private final ReportContext context;
    private final Members more;

    JsonReport(ReportContext context) {
        this(context, Json.object());
    }

    /** @param more what follows the findings */
    JsonReport(ReportContext context, Members more) {
        this.context = context;
        this.more = more;
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        long errors = findings.stream().filter(Diagnostic::isError).count();
        target.append("{\"diagnostics\":[");
        String separator = "";
        for (Diagnostic finding : findings) {
            target.append(separator).append(JsonEscaper.of(Json.line(finding(finding))));
            separator = ",";
        }
        target.append("],\"errors\":").print(errors);
        target.append(",\"warnings\":").print(findings.size() - errors);
        String rest = Json.line(more);
        target.append(rest.equals("{}") ? "}" : "," + JsonEscaper.of(rest.substring(1)))
                .append('\n');
    }

    private Members finding(Diagnostic diagnostic) {
        Members finding = Json.object()
                .add("code", diagnostic.code().name())
                .add("severity", diagnostic.severity().word());
        return addSpan(finding, diagnostic.span())
                .add("message", diagnostic.message())
                .add("help", diagnostic.help())
                .add("notes", diagnostic.notes().stream().map(JsonReport::note).toList())
                .add("fix", diagnostic.fix().map(JsonReport::fix))
                .add("fingerprint", context.fingerprints().of(diagnostic));
    }

    private static Members note(Note note) {
        return addSpan(Json.object(), note.span()).add("message", note.message());
    }

    private static Members fix(Fix fix) {
        return Json.object()
                .add("title", fix.title())
                .add("certain", fix.isCertain())
                .add("edits", fix.edits().stream().map(JsonReport::edit).toList());
    }

    private static Members edit(Edit edit) {
        return addSpan(Json.object(), edit.span()).add("text", edit.text());
    }

    private static Members addSpan(Members members, Span span) {
        return members.add("path", span.path())
                .add("line", span.startLine())
                .add("column", span.startColumn())
                .add("endLine", span.endLine())
                .add("endColumn", span.endColumn());
    }
}
