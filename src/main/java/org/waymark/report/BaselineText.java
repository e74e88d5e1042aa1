package org.waymark.report;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a baseline as YAML, a line for each value, so differences can be read and merged. */
final class BaselineText {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final String HEAD = """
            # Findings that `waymark check --baseline` tolerates. To bring the list up to date, add `--write-baseline`.
            # Its fingerprint identifies a finding; the rest is for people.
            """;

    private BaselineText() {}

    static String of(Baseline baseline) {
        var text = new StringWriter();
        try (JsonGenerator yaml = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            yaml.writeStartObject();
            yaml.writeNumberProperty("version", Baseline.VERSION);
            yaml.writeArrayPropertyStart("tolerated");
            for (Baseline.Tolerated each : baseline.tolerated()) {
                yaml.writeStartObject();
                yaml.writeStringProperty("path", oneLine(each.path()));
                yaml.writeStringProperty("code", each.code());
                yaml.writeStringProperty("message", oneLine(each.message()));
                yaml.writeStringProperty("fingerprint", each.fingerprint());
                yaml.writeEndObject();
            }
            yaml.writeEndArray();
            yaml.writeEndObject();
        }
        return HEAD + text;
    }

    /** Text for people takes one line, whatever the content contains. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029\\uFFFD]", "?");
    }
}
