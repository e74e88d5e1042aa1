package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.Edition;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.report.ReportFormat;
import org.waymark.report.Scene;
import org.waymark.report.Tolerance;

/**
 * What a run has found, in the light of a baseline where there is one.
 *
 * @param edition with the findings that count
 * @param scene what reports tell of them
 * @param remark how many do not count, as the end of a sentence; empty without a baseline
 */
record Verdict(Edition edition, Scene scene, String remark) {
    /**
     * Leaves out what a baseline tolerates.
     *
     * @param scene that of all findings
     * @param tolerable which findings may be tolerated at all
     */
    static Verdict of(
            Edition edition, Scene scene, Optional<BaselineOption.Listed> listed, Predicate<Diagnostic> tolerable) {
        if (listed.isEmpty()) {
            return new Verdict(edition, scene, "");
        }
        BaselineOption.Listed baseline = listed.get();
        Tolerance tolerance = Tolerance.of(
                baseline.outcome().value().orElseThrow(), edition.diagnostics(), scene.fingerprints(), tolerable);
        var files = new HashMap<>(scene.files());
        files.put(baseline.text().path(), baseline.text());
        var all = new ArrayList<>(edition.diagnostics());
        tolerance.remaining().stream()
                .filter(each -> each.span().path().equals(baseline.text().path()))
                .forEach(all::add);
        return new Verdict(
                new Edition(edition.directory(), tolerance.remaining(), edition.paths()),
                new Scene(files, new Fingerprints(all, files), scene.folder(), scene.isStrict()),
                remark(tolerance, baseline));
    }

    private static String remark(Tolerance tolerance, BaselineOption.Listed baseline) {
        String refused = tolerance.refused() == 0
                ? ""
                : "; " + Findings.count(tolerance.refused(), "error", "errors")
                        + " of the baseline cannot be published";
        return "; " + (tolerance.tolerated() == 0 ? "none" : String.valueOf(tolerance.tolerated())) + " tolerated by "
                + baseline.name() + refused;
    }

    /** Ends the report with a line for people, and on GitHub with a summary of the job. */
    void close(String closing, ReportFormat format, PrintWriter target, PrintWriter err) {
        if (format.isForPeople()) {
            target.println(closing);
        } else if (!remark.isEmpty()) {
            err.println(closing);
        }
        Workflow.summarise(closing, edition, scene, err);
    }

    /** {@code 2 errors and 1 warning; 12 tolerated by baseline.yaml} */
    String count() {
        return Findings.count(edition) + remark;
    }
}
