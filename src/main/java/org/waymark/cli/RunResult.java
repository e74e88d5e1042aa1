package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.Edition;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.report.BaselineResult;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;

/**
 * The findings of a run, without those that a baseline tolerates.
 *
 * @param edition with the remaining findings
 * @param context of these findings
 * @param remark how many are tolerated, as the end of a sentence; empty without a baseline
 */
record RunResult(Edition edition, ReportContext context, String remark) {
    /**
     * Leaves out the findings that a baseline tolerates.
     *
     * @param context of all findings
     * @param tolerable which findings may be tolerated
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
                baseline.outcome().value().orElseThrow(),
                edition.diagnostics(),
                context.fingerprints(),
                context.files().keySet(),
                tolerable);
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
                        + " in the baseline cannot be tolerated";
        return "; " + (tolerance.tolerated() == 0 ? "none" : String.valueOf(tolerance.tolerated())) + " tolerated by "
                + baseline.name() + refused;
    }

    /**
     * Leaves out further findings.
     *
     * @param limit what the others have in common, such as {@code since main}
     */
    RunResult only(Predicate<Diagnostic> wanted, String limit) {
        List<Diagnostic> kept = edition.diagnostics().stream().filter(wanted).toList();
        int others = edition.diagnostics().size() - kept.size();
        return new RunResult(
                new Edition(edition.directory(), kept, edition.paths()),
                context,
                remark + " " + limit + (others == 0 ? "" : ", and " + others + " older"));
    }

    /** Prints the closing line, and on GitHub writes the job summary. */
    void close(String closing, ReportFormat format, boolean isQuiet, PrintWriter target, PrintWriter err) {
        if (isQuiet) {
            // The findings say it all.
        } else if (format.isForPeople()) {
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
