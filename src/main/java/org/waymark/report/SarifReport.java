package org.waymark.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Explanation;
import org.waymark.diagnostic.Note;
import org.waymark.source.Span;
import tools.jackson.core.JsonGenerator;

/**
 * Findings as a log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), as code scanning on GitHub and
 * other tools read it. Paths are those of the repository, whose root goes by the name {@code %SRCROOT%}.
 */
final class SarifReport implements Report {
    static final String ROOT = "%SRCROOT%";
    /** Code scanning on GitHub refuses more in a run. Only the first 5,000 are shown there. */
    private static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ReportContext context;

    SarifReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public String render(List<Diagnostic> diagnostics) {
        List<Diagnostic> results = diagnostics.size() <= MOST_RESULTS ? diagnostics : errorsFirst(diagnostics);
        List<Code> rules = Codes.ALL.stream()
                .filter(code ->
                        results.stream().anyMatch(result -> result.code().equals(code)))
                .toList();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            json.writeObjectPropertyStart("tool");
            writeDriver(json, rules);
            json.writeEndObject();
            json.writeObjectPropertyStart("originalUriBaseIds");
            json.writeObjectPropertyStart(ROOT);
            writeText(json, "description", "The root of the repository.");
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            results.forEach(result -> write(json, result, rules.indexOf(result.code())));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static List<Diagnostic> errorsFirst(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .limit(MOST_RESULTS)
                .toList();
    }

    private static void writeDriver(JsonGenerator json, List<Code> rules) {
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Waymark");
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            json.writeStringProperty("semanticVersion", version);
        }
        json.writeArrayPropertyStart("rules");
        for (Code rule : rules) {
            Explanation explanation = Explanation.of(rule);
            json.writeStartObject();
            json.writeStringProperty("id", rule.name());
            writeText(json, "shortDescription", FindingText.sentence(rule.summary()));
            writeText(json, "fullDescription", explanation.gist());
            json.writeObjectPropertyStart("help");
            json.writeStringProperty("text", explanation.text());
            json.writeStringProperty("markdown", explanation.text());
            json.writeEndObject();
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", rule.severity().word());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Diagnostic result, int rule) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", result.code().name());
        json.writeNumberProperty("ruleIndex", rule);
        json.writeStringProperty("level", result.severity().word());
        writeMessage(json, "message", FindingText.of(result));
        json.writeArrayPropertyStart("locations");
        writeLocation(json, result.span());
        json.writeEndObject();
        json.writeEndArray();
        if (!result.notes().isEmpty()) {
            json.writeArrayPropertyStart("relatedLocations");
            for (Note note : result.notes()) {
                writeLocation(json, note.span());
                writeMessage(json, "message", FindingText.sentence(note.message()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        // Not GitHub's own `primaryLocationLineHash`, which GitHub's upload computes and compares.
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("waymarkFinding/v1", context.fingerprints().of(result));
        json.writeEndObject();
        new SarifFixes(this).write(json, result);
        json.writeEndObject();
    }

    /** Leaves the object open. */
    private void writeLocation(JsonGenerator json, Span span) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        writeArtifact(json, span.path());
        json.writeObjectPropertyStart("region");
        if (span.isStartOfFile()) {
            json.writeNumberProperty("startLine", 1);
        } else {
            writeRegion(json, span);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    void writeArtifact(JsonGenerator json, String path) {
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(context.inRepository(path)));
        json.writeStringProperty("uriBaseId", ROOT);
        json.writeEndObject();
    }

    static void writeRegion(JsonGenerator json, Span span) {
        json.writeNumberProperty("startLine", span.startLine());
        json.writeNumberProperty("startColumn", span.startColumn());
        json.writeNumberProperty("endLine", span.endLine());
        json.writeNumberProperty("endColumn", span.endColumn());
    }

    /**
     * A message says a brace by two, since one begins the place of an argument (SARIF 2.1.0, section 3.11.5). What looks
     * like a link would be one (section 3.11.6), and ours have none.
     */
    static void writeMessage(JsonGenerator json, String property, String text) {
        writeText(json, property, text.replace("](", "] (").replace("{", "{{").replace("}", "}}"));
    }

    static void writeText(JsonGenerator json, String property, String text) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /** A relative path as a URI reference: all but RFC 3986's unreserved characters and {@code /} percent-encoded. */
    private static String uri(String path) {
        var uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~/".indexOf(b) >= 0;
            if (isPlain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return uri.toString();
    }
}
