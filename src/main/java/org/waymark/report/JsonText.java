package org.waymark.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON for programs. */
final class JsonText {
    private JsonText() {}

    /** What is written, and a line end. */
    static String of(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
        }
        return JsonEscaper.of(text.toString()) + "\n";
    }
}
