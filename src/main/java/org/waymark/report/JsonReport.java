package org.waymark.report;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Note;
import org.waymark.source.Edit;
import org.waymark.source.Span;
import tools.jackson.core.JsonGenerator;

/** Findings as one JSON object. Paths are those of the project. */
final class JsonReport implements Report {
    private final ReportContext context;

    JsonReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public String render(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("diagnostics");
            diagnostics.forEach(diagnostic -> write(json, diagnostic));
            json.writeEndArray();
            json.writeNumberProperty("errors", errors);
            json.writeNumberProperty("warnings", diagnostics.size() - errors);
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, Diagnostic diagnostic) {
        json.writeStartObject();
        json.writeStringProperty("code", diagnostic.code().name());
        json.writeStringProperty("severity", diagnostic.severity().word());
        write(json, diagnostic.span());
        json.writeStringProperty("message", diagnostic.message());
        diagnostic.help().ifPresent(help -> json.writeStringProperty("help", help));
        json.writeArrayPropertyStart("notes");
        for (Note note : diagnostic.notes()) {
            json.writeStartObject();
            write(json, note.span());
            json.writeStringProperty("message", note.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        diagnostic.fix().ifPresent(fix -> write(json, fix));
        json.writeStringProperty("fingerprint", context.fingerprints().of(diagnostic));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Fix fix) {
        json.writeObjectPropertyStart("fix");
        json.writeStringProperty("title", fix.title());
        json.writeBooleanProperty("certain", fix.isCertain());
        json.writeArrayPropertyStart("edits");
        for (Edit edit : fix.edits()) {
            json.writeStartObject();
            write(json, edit.span());
            json.writeStringProperty("text", edit.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Span span) {
        json.writeStringProperty("path", span.path());
        json.writeNumberProperty("line", span.start().line());
        json.writeNumberProperty("column", span.start().column());
        json.writeNumberProperty("endLine", span.end().line());
        json.writeNumberProperty("endColumn", span.end().column());
    }
}
