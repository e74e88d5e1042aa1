package org.waymark.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.waymark.diagnostic.Diagnostic;

/** Tells which findings are new, wherever in their file they stand now. */
final class FindingsComparison {
    private FindingsComparison() {}

    /** What makes a finding the same: all but its line. */
    private record Key(String code, String path, String message) {}

    /**
     * The findings that are in one list more often than in another.
     *
     * @param path the path by which to look for a finding in the other
     */
    static List<Diagnostic> only(List<Diagnostic> in, List<Diagnostic> notIn, UnaryOperator<String> path) {
        Map<Key, Integer> others = new HashMap<>();
        notIn.forEach(finding -> others.merge(key(finding, finding.span().path()), 1, Integer::sum));
        var only = new ArrayList<Diagnostic>();
        for (Diagnostic finding : in) {
            Key key = key(finding, path.apply(finding.span().path()));
            int left = others.getOrDefault(key, 0);
            if (left > 0) {
                others.put(key, left - 1);
            } else {
                only.add(finding);
            }
        }
        return only;
    }

    private static Key key(Diagnostic finding, String path) {
        return new Key(finding.code().name() + finding.severity().word(), path, finding.message());
    }
}
