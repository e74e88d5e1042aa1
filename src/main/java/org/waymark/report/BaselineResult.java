package org.waymark.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;

/**
 * The findings of a run, compared with a baseline.
 *
 * @param remaining those that count, and those about outdated lines of the baseline, in report order
 * @param tolerated how many do not count
 * @param refused how many count although the baseline lists them
 */
public record BaselineResult(List<Diagnostic> remaining, int tolerated, int refused) {
    public BaselineResult {
        remaining = List.copyOf(remaining);
    }

    /**
     * Leaves out what a baseline tolerates.
     *
     * @param files the paths of all files that there are
     * @param tolerable which findings it may tolerate at all
     */
    public static BaselineResult of(
            Baseline baseline,
            List<Diagnostic> found,
            Fingerprints fingerprints,
            Set<String> files,
            Predicate<Diagnostic> tolerable) {
        var moved = new MovedFindings(baseline, files, found, fingerprints);
        Set<String> listed = baseline.byFingerprint().keySet();
        var remaining = new ArrayList<Diagnostic>();
        var seen = new HashSet<String>();
        int refused = 0;
        for (Diagnostic finding : found) {
            String fingerprint = fingerprints.of(finding);
            List<String> former = fingerprints.former(finding);
            boolean isListed = listed.contains(fingerprint) || former.stream().anyMatch(listed::contains);
            seen.add(fingerprint);
            seen.addAll(former);
            if (!isListed) {
                Optional<String> before = moved.take(finding);
                isListed = before.isPresent();
                before.ifPresent(seen::add);
            }
            if (!isListed || !tolerable.test(finding)) {
                remaining.add(finding);
                refused += isListed ? 1 : 0;
            }
        }
        int tolerated = found.size() - remaining.size();
        // An error may hide later findings, such as all others in a file that cannot be read.
        if (remaining.stream().noneMatch(Diagnostic::isError)) {
            baseline.byFingerprint().values().stream()
                    .filter(each -> !seen.contains(each.fingerprint()))
                    .forEach(each -> remaining.add(unused(each)));
        }
        remaining.sort(Diagnostic.ORDER);
        return new BaselineResult(remaining, tolerated, refused);
    }

    private static Diagnostic unused(Baseline.Tolerated each) {
        return Diagnostic.of(
                Codes.UNUSED_BASELINE,
                each.place(),
                "the baseline tolerates `" + each.code() + "` in `" + each.path() + "`, but there is no such finding",
                "remove it from the baseline, or let `waymark check --write-baseline` do so");
    }
}
