package org.waymark.report;

import java.io.StringWriter;
import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Note;
import org.waymark.source.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings as one JSON object. */
final class JsonReport implements Report {
    @Override
    public String render(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("diagnostics");
            diagnostics.forEach(diagnostic -> write(json, diagnostic));
            json.writeEndArray();
            json.writeNumberProperty("errors", errors);
            json.writeNumberProperty("warnings", diagnostics.size() - errors);
            json.writeEndObject();
        }
        return text.append("\n").toString();
    }

    private static void write(JsonGenerator json, Diagnostic diagnostic) {
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
