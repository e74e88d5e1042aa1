package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.Edition;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.report.BaselineResult;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;

/**
 * What a run has found, in the light of a baseline where there is one.
 *
 * @param edition with the findings that count
 * @param context what reports tell of them
 * @param remark how many do not count, as the end of a sentence; empty without a baseline
 */
record RunResult(Edition edition, ReportContext context, String remark) {
    /**
     * Leaves out what a baseline tolerates.
     *
     * @param context that of all findings
     * @param tolerable which findings may be tolerated at all
     */
    static RunResult of(
            Edition edition,
            ReportContext context,
            Optional<BaselineOption.BaselineFile> listed,
            Predicate<Diagnostic> tolerable) {
        if (listed.isEmpty()) {
            return new RunResult(edition, context, "");
        }
        BaselineOption.BaselineFile baseline = listed.get();
        BaselineResult tolerance = BaselineResult.of(
                baseline.outcome().value().orElseThrow(), edition.diagnostics(), context.fingerprints(), tolerable);
        var files = new HashMap<>(context.files());
        files.put(baseline.text().path(), baseline.text());
        var all = new ArrayList<>(edition.diagnostics());
        tolerance.remaining().stream()
                .filter(each -> each.span().path().equals(baseline.text().path()))
                .forEach(all::add);
        return new RunResult(
                new Edition(edition.directory(), tolerance.remaining(), edition.paths()),
                new ReportContext(files, new Fingerprints(all, files), context.folder(), context.isStrict()),
                remark(tolerance, baseline));
    }

    private static String remark(BaselineResult tolerance, BaselineOption.BaselineFile baseline) {
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
        CiEnvironment.summarise(closing, edition, context, err);
    }

    /** {@code 2 errors and 1 warning; 12 tolerated by baseline.yaml} */
    String count() {
        return Findings.count(edition) + remark;
    }
}
