package org.waymark.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.FieldDecoder;
import org.waymark.schema.Fields;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Text;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/** The tolerated findings listed in a file. A finding matches one of them if it has the same fingerprint. */
public record Baseline(List<Tolerated> tolerated) {
    /** The version of the file format, so a file in another format is not misread. */
    static final int VERSION = 1;

    private static final Field<Integer> FORM = Field.required(
            "version", new Choice<>(Map.of(Integer.toString(VERSION), VERSION)), "the version of the file format");
    private static final Field<String> PATH =
            Field.required("path", new Text("content/pages/about.md"), "the file of the finding");
    private static final Field<String> CODE =
            Field.required("code", new Text("heading-order"), "what kind of finding it is");
    private static final Field<Optional<String>> MESSAGE =
            Field.optional("message", new Text("a heading skips a level"), "what it says");
    private static final Field<String> FINGERPRINT =
            Field.required("fingerprint", new Text("0123456789abcdef0123456789abcdef"), "what identifies the finding");
    private static final Field<List<Tolerated>> TOLERATED = Field.list(
            "tolerated",
            new Group<>("a tolerated finding", List.of(PATH, CODE, MESSAGE, FINGERPRINT), Baseline::entry),
            "the findings that are tolerated");

    public Baseline {
        tolerated = List.copyOf(tolerated);
    }

    /**
     * A tolerated finding.
     *
     * @param path its file
     * @param code its code
     * @param message its message, for people who read the list; only the fingerprint counts
     * @param place its location in the list
     */
    public record Tolerated(String path, String code, String message, String fingerprint, Span place) {
        static final Comparator<Tolerated> ORDER = Comparator.comparing(Tolerated::path)
                .thenComparing(Tolerated::code)
                .thenComparing(Tolerated::message)
                .thenComparing(Tolerated::fingerprint);
    }

    /** A list of all findings of a run, sorted so that each change to it is a small one. */
    public static Baseline of(List<Diagnostic> findings, Fingerprints fingerprints) {
        return new Baseline(findings.stream()
                .map(finding -> new Tolerated(
                        finding.span().path(),
                        finding.code().name(),
                        finding.message(),
                        fingerprints.of(finding),
                        finding.span()))
                .sorted(Tolerated.ORDER)
                .toList());
    }

    /** Reads a list. Empty if anything is wrong with it, since then too much or too little could be tolerated. */
    public static Outcome<Baseline> read(SourceFile file) {
        Outcome<Value> outcome = ContentReader.readYaml(file);
        if (!outcome.diagnostics().isEmpty()) {
            return Outcome.failed(outcome.diagnostics());
        }
        if (outcome.value().isEmpty() || !(outcome.value().get() instanceof Mapping mapping)) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_YAML,
                    outcome.value().map(Value::span).orElseGet(() -> Span.startOf(file.path())),
                    "this is not a baseline, which begins with `version: " + VERSION + "`",
                    "name another file; or remove this one and write a baseline with `--write-baseline`"));
        }
        Outcome<Fields> fields = FieldDecoder.decode(
                "a baseline",
                List.of(FORM, TOLERATED),
                mapping,
                Span.startOf(file.path()),
                new Id("baseline"),
                Optional.empty());
        return fields.diagnostics().isEmpty()
                ? Outcome.of(new Baseline(fields.value().orElseThrow().get(TOLERATED)))
                : Outcome.failed(fields.diagnostics());
    }

    private static Tolerated entry(Fields fields) {
        return new Tolerated(
                fields.get(PATH),
                fields.get(CODE),
                fields.get(MESSAGE).orElse(""),
                fields.get(FINGERPRINT),
                fields.origin().of(PATH));
    }

    /** How many findings are listed here, but not in another list. */
    public long without(Baseline other) {
        Set<String> known = other.byFingerprint().keySet();
        return byFingerprint().keySet().stream()
                .filter(each -> !known.contains(each))
                .count();
    }

    /** The list as a file. */
    public String text() {
        return BaselineText.of(this);
    }

    Map<String, Tolerated> byFingerprint() {
        var byFingerprint = new LinkedHashMap<String, Tolerated>();
        tolerated.forEach(each -> byFingerprint.put(each.fingerprint(), each));
        return byFingerprint;
    }
}
