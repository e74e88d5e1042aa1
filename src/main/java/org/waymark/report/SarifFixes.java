package org.waymark.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import tools.jackson.core.JsonGenerator;

/** The cures of a SARIF log (SARIF 2.1.0, section 3.55): only those that are certain, since tools apply them unseen. */
final class SarifFixes {
    private final SarifReport report;

    SarifFixes(SarifReport report) {
        this.report = report;
    }

    void write(JsonGenerator json, Diagnostic result) {
        result.fix().filter(Fix::isCertain).ifPresent(fix -> write(json, fix));
    }

    private void write(JsonGenerator json, Fix fix) {
        Map<String, List<Edit>> byFile = fix.edits().stream()
                .collect(Collectors.groupingBy(edit -> edit.span().path(), TreeMap::new, Collectors.toList()));
        json.writeArrayPropertyStart("fixes");
        json.writeStartObject();
        SarifReport.writeMessage(json, "description", FindingText.sentence(fix.title()));
        json.writeArrayPropertyStart("artifactChanges");
        byFile.forEach((path, edits) -> write(json, path, edits));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void write(JsonGenerator json, String path, List<Edit> edits) {
        json.writeStartObject();
        report.writeArtifact(json, path);
        json.writeArrayPropertyStart("replacements");
        for (Edit edit : edits) {
            json.writeStartObject();
            json.writeObjectPropertyStart("deletedRegion");
            SarifReport.writeRegion(json, edit.span());
            json.writeEndObject();
            if (!edit.text().isEmpty()) {
                SarifReport.writeText(json, "insertedContent", edit.text());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
