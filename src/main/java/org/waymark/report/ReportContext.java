package org.waymark.report;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Severity;
import org.waymark.source.SourceFile;

/**
 * What a report states about findings besides what they contain themselves.
 *
 * @param files those in which findings are, by path
 * @param fingerprints those of all findings
 * @param folder the project's folder within its repository, ending with {@code /}; empty if it is the root
 * @param isStrict whether warnings count as errors
 */
public record ReportContext(Map<String, SourceFile> files, Fingerprints fingerprints, String folder, boolean isStrict) {
    /** Findings of a project that is a repository of its own. */
    public static ReportContext of(List<Diagnostic> findings, Map<String, SourceFile> files) {
        return new ReportContext(files, new Fingerprints(findings, files), "", false);
    }

    /** A path of the project, relative to its repository instead. */
    String inRepository(String path) {
        String left = folder;
        String right = path;
        while (right.startsWith("../") && !left.isEmpty()) {
            left = left.substring(0, left.lastIndexOf('/', left.length() - 2) + 1);
            right = right.substring("../".length());
        }
        return left + right;
    }

    /** Whether a finding should fail the run. */
    boolean fails(Diagnostic finding) {
        return isStrict || finding.severity() == Severity.ERROR;
    }
}
