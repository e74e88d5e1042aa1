package org.waymark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Explanation;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Note;
import org.waymark.source.Edit;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Span;

/**
 * Findings as a log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), as code scanning on GitHub and
 * other tools read it. Paths are those of the repository, whose root is {@code %SRCROOT%}.
 */
final class SarifReport implements Report {
    private static final String ROOT = "%SRCROOT%";
    /** GitHub code scanning rejects a run with more, and shows the first 5,000. */
    private static final int MAX_RESULTS = 25_000;
    /** GitHub rejects 10 MB or more after gzip; the rules take up some of that. */
    private static final int MAX_GZIP_BYTES = 9_000_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ReportContext context;

    SarifReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        List<Diagnostic> results = accepted(findings);
        List<Code> rules = FindingGroup.of(results).stream()
                .map(FindingGroup::code)
                .distinct()
                .sorted(FindingGroup.WORST_FIRST)
                .toList();
        Members run = Json.object()
                .add("tool", Json.object().add("driver", driver(rules)))
                .add("invocations", omission(findings, results).map(SarifReport::invocations))
                .add(
                        "originalUriBaseIds",
                        Json.object().add(ROOT, Json.object().add("description", text("The root of the repository."))))
                .add("columnKind", "utf16CodeUnits");
        Members log =
                Json.object().add("$schema", SCHEMA).add("version", "2.1.0").add("runs", List.of(run));
        String frame = Json.line(log);
        String end = "}]}";
        target.append(JsonEscaper.of(frame.substring(0, frame.length() - end.length())))
                .append(",\"results\":[");
        String separator = "";
        for (Diagnostic result : results) {
            target.append(separator).append(line(result, rules.indexOf(result.code())));
            separator = ",";
        }
        target.append("]").append(end).append('\n');
    }

    @Override
    public Optional<String> omission(List<Diagnostic> findings) {
        return omission(findings, accepted(findings));
    }

    private static Optional<String> omission(List<Diagnostic> findings, List<Diagnostic> results) {
        return findings.size() == results.size()
                ? Optional.empty()
                : Optional.of("The SARIF report has " + Count.digits(results.size()) + " of "
                        + Count.of(findings.size(), "finding", "findings")
                        + ", errors first, since GitHub accepts no more");
    }

    private static List<Members> invocations(String omission) {
        Members notification = Json.object().add("level", "warning").add("message", text(omission + "."));
        return List.of(Json.object()
                .add("executionSuccessful", true)
                .add("toolExecutionNotifications", List.of(notification)));
    }

    /** All findings, or as many as GitHub accepts, errors first. */
    private List<Diagnostic> accepted(List<Diagnostic> findings) {
        if (findings.size() <= MAX_RESULTS && fitting(findings) == findings.size()) {
            return findings;
        }
        List<Diagnostic> errorsFirst = findings.stream()
                .sorted(Comparator.comparing(Diagnostic::severity))
                .limit(MAX_RESULTS)
                .toList();
        return errorsFirst.subList(0, fitting(errorsFirst));
    }

    /** How many of the first results fit within the limit. */
    private int fitting(List<Diagnostic> results) {
        var deflater = new Deflater();
        try (var gzip = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
            for (int i = 0; i < results.size(); i++) {
                gzip.write(line(results.get(i), 0).getBytes(StandardCharsets.UTF_8));
                if (deflater.getBytesWritten() > MAX_GZIP_BYTES) {
                    return i;
                }
            }
            return results.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    private String line(Diagnostic result, int rule) {
        return JsonEscaper.of(Json.line(result(result, rule)));
    }

    private static Members driver(List<Code> rules) {
        return Json.object()
                .add("name", "Waymark")
                .add(
                        "semanticVersion",
                        Optional.ofNullable(SarifReport.class.getPackage().getImplementationVersion()))
                .add("rules", rules.stream().map(SarifReport::rule).toList());
    }

    private static Members rule(Code rule) {
        Explanation explanation = Explanation.of(rule);
        return Json.object()
                .add("id", rule.name())
                .add("shortDescription", text(FindingText.sentence(rule.summary())))
                .add("fullDescription", text(explanation.summary()))
                .add("help", text(explanation.text()).add("markdown", explanation.text()))
                .add(
                        "defaultConfiguration",
                        Json.object().add("level", rule.severity().word()));
    }

    private Members result(Diagnostic result, int rule) {
        List<Members> related =
                result.notes().stream().map(this::relatedLocation).toList();
        return Json.object()
                .add("ruleId", result.code().name())
                .add("ruleIndex", rule)
                .add("level", result.severity().word())
                .add("message", message(FindingText.of(result)))
                .add("locations", List.of(location(result.span())))
                .add("relatedLocations", Optional.of(related).filter(locations -> !locations.isEmpty()))
                // Not GitHub's own `primaryLocationLineHash`, which GitHub's upload computes and compares.
                .add(
                        "partialFingerprints",
                        Json.object()
                                .add("waymarkFinding/v1", context.fingerprints().of(result)))
                // Tools apply fixes without review (section 3.55), so only certain ones are offered.
                .add(
                        "fixes",
                        result.fix()
                                .filter(Fix::isCertain)
                                .filter(fix -> !fix.edits().isEmpty())
                                .map(fix -> List.of(fix(fix))));
    }

    private Members relatedLocation(Note note) {
        return location(note.span()).add("message", message(FindingText.sentence(note.message())));
    }

    private Members location(Span span) {
        Members region = span.isStartOfFile() ? Json.object().add("startLine", 1) : region(span);
        return Json.object()
                .add(
                        "physicalLocation",
                        Json.object()
                                .add("artifactLocation", artifact(span.path()))
                                .add("region", region));
    }

    private Members artifact(String path) {
        return Json.object()
                .add("uri", UriEscaper.ofPath(context.inRepository(path)))
                .add("uriBaseId", ROOT);
    }

    private static Members region(Span span) {
        return Json.object()
                .add("startLine", span.startLine())
                .add("startColumn", span.startColumn())
                .add("endLine", span.endLine())
                .add("endColumn", span.endColumn());
    }

    private Members fix(Fix fix) {
        Map<String, List<Edit>> byFile = fix.edits().stream()
                .collect(Collectors.groupingBy(edit -> edit.span().path(), TreeMap::new, Collectors.toList()));
        List<Members> changes = byFile.entrySet().stream()
                .map(file -> Json.object()
                        .add("artifactLocation", artifact(file.getKey()))
                        .add(
                                "replacements",
                                file.getValue().stream()
                                        .map(SarifReport::replacement)
                                        .toList()))
                .toList();
        return Json.object()
                .add("description", message(FindingText.sentence(fix.title())))
                .add("artifactChanges", changes);
    }

    private static Members replacement(Edit edit) {
        return Json.object()
                .add("deletedRegion", region(edit.span()))
                .add(
                        "insertedContent",
                        Optional.of(edit.text()).filter(text -> !text.isEmpty()).map(SarifReport::text));
    }

    /**
     * A message doubles braces, since a single one begins an argument's placeholder (SARIF 2.1.0, section 3.11.5). What looks
     * like a link would become one (section 3.11.6), and ours have none.
     */
    private static Members message(String text) {
        return text(text.replace("](", "] (").replace("{", "{{").replace("}", "}}"));
    }

    private static Members text(String text) {
        return Json.object().add("text", text);
    }
}
