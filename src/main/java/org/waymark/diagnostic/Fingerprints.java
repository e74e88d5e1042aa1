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
 * Names for findings by which they are known again in a later run, also when lines have moved: made of the code, the path,
 * the text at the place, and which of several equal ones it is. The wording of messages does not matter, except where no
 * text shows the fault. For one thread.
 */
public final class Fingerprints {
    private static final int DIGITS = 32;

    private final List<Diagnostic> findings;
    private final Map<String, SourceFile> files;
    private @Nullable Map<Diagnostic, String> known;

    /**
     * Fingerprints of findings, which are not taken until one is asked for.
     *
     * @param findings all of a run, in the order of reports
     * @param files those in which they are, by path
     */
    public Fingerprints(List<Diagnostic> findings, Map<String, SourceFile> files) {
        this.findings = List.copyOf(findings);
        this.files = Map.copyOf(files);
    }

    /**
     * That of one of the findings: 32 hexadecimal digits, unlike that of any other.
     *
     * @throws IllegalArgumentException if it is not one of them
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

    /** By identity, since two findings may be equal. */
    private Map<Diagnostic, String> takeAll() {
        var repeats = new HashMap<String, Integer>();
        var taken = new IdentityHashMap<Diagnostic, String>();
        for (Diagnostic finding : findings) {
            String traits = String.join(
                    "\0", finding.code().name(), unified(finding.span().path()), subject(finding));
            int repeat = repeats.merge(traits, 1, Integer::sum);
            String digest = Sha256.of((traits + "\0" + repeat).getBytes(StandardCharsets.UTF_8));
            taken.put(finding, digest.substring(0, DIGITS));
        }
        return taken;
    }

    /** What the finding is about: the text at its place, however it is wrapped; or the message where there is none. */
    private String subject(Diagnostic finding) {
        Span span = finding.span();
        SourceFile file = files.get(span.path());
        if (file == null || span.isStartOfFile()) {
            return unified(finding.message());
        }
        String text = file.text()
                .substring(file.offset(span.start()), file.offset(span.end()))
                .strip();
        return unified(text.isEmpty() ? finding.message() : text.replaceAll("\\s+", " "));
    }

    /** Systems differ in how they write letters with accents in the names of files. */
    private static String unified(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
