package org.waymark.diagnostic;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Sha256;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Identifies findings across runs, even when lines have moved. A fingerprint is made of the code, the path, the text
 * of the span, and a counter for identical findings. The message matters only where the span has no text. For one
 * thread.
 */
public final class Fingerprints {
    private static final int DIGITS = 32;

    private final List<Diagnostic> findings;
    private final Map<String, SourceFile> files;
    private @Nullable Map<Diagnostic, String> known;

    /**
     * Fingerprints are computed when the first one is requested.
     *
     * @param findings all findings of a run, in report order
     * @param files the files that the findings are about, by path
     */
    public Fingerprints(List<Diagnostic> findings, Map<String, SourceFile> files) {
        this.findings = List.copyOf(findings);
        this.files = Map.copyOf(files);
    }

    /**
     * The fingerprint of a finding: 32 hexadecimal digits, unique within the run.
     *
     * @throws IllegalArgumentException if the finding is not from this run
     */
    public String of(Diagnostic finding) {
        if (known == null) {
            known = takeAll();
        }
        String fingerprint = known.get(finding);
        if (fingerprint == null) {
            throw new IllegalArgumentException("not found in this run: " + finding);
        }
        return fingerprint;
    }

    /** The fingerprints that the finding would have had under the former names of its code. */
    public List<String> former(Diagnostic finding) {
        return Codes.formerNames(finding.code()).stream()
                .map(name -> fingerprint(traits(name, finding), 1))
                .toList();
    }

    /** By identity, since two findings may be equal. */
    private Map<Diagnostic, String> takeAll() {
        var repeats = new HashMap<String, Integer>();
        var taken = new IdentityHashMap<Diagnostic, String>();
        for (Diagnostic finding : findings) {
            String traits = traits(finding.code().name(), finding);
            taken.put(finding, fingerprint(traits, repeats.merge(traits, 1, Integer::sum)));
        }
        return taken;
    }

    private String traits(String code, Diagnostic finding) {
        return String.join("\0", code, unified(finding.span().path()), subject(finding));
    }

    private static String fingerprint(String traits, int repeat) {
        String digest = Sha256.of((traits + "\0" + repeat).getBytes(StandardCharsets.UTF_8));
        return digest.substring(0, DIGITS);
    }

    /** The text of the span with whitespace normalised, or the message if there is none. */
    private String subject(Diagnostic finding) {
        Span span = finding.span();
        SourceFile file = files.get(span.path());
        if (file == null || span.isStartOfFile()) {
            return unified(finding.message());
        }
        String text = file.text(span).strip();
        return unified(text.isEmpty() ? finding.message() : text.replaceAll("\\s+", " "));
    }

    /** Operating systems normalise accented letters in file names differently. */
    private static String unified(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
