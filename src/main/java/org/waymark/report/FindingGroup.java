package org.waymark.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;

/**
 * All findings of one rule and severity, in the order in which they were given.
 *
 * @param findings at least one
 */
public record FindingGroup(Severity severity, Code code, List<Diagnostic> findings) {
    /**
     * Problems that prevent a file from being read come before those with its fields, and these before those with its
     * wording.
     */
    static final Comparator<Code> WORST_FIRST = Comparator.comparing(worst()::get);

    public FindingGroup {
        findings = List.copyOf(findings);
    }

    private record Key(Severity severity, Code code) {}

    /** Groups findings: errors first, then in the order of the list of codes. */
    public static List<FindingGroup> of(List<Diagnostic> findings) {
        Map<Key, List<Diagnostic>> byRule = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> new Key(finding.severity(), finding.code()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byRule.entrySet().stream()
                .map(rule ->
                        new FindingGroup(rule.getKey().severity(), rule.getKey().code(), rule.getValue()))
                .sorted(Comparator.comparing(FindingGroup::severity).thenComparing(FindingGroup::code, WORST_FIRST))
                .toList();
    }

    /** How many of them {@code waymark fix} can fix. */
    public static long fixable(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.fix().filter(fix -> fix.isCertain()).isPresent())
                .count();
    }

    private static Map<Code, Integer> worst() {
        var places = new HashMap<Code, Integer>();
        Codes.ALL.forEach(code -> places.put(code, places.size()));
        return places;
    }
}
