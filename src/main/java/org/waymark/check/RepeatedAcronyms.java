package org.waymark.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;

/** Makes one finding of all uses of an abbreviation in the directory, since one line in the glossary explains them all. */
final class RepeatedAcronyms {
    /** The maximum number of other files to name. */
    private static final int MOST_NOTES = 4;

    private RepeatedAcronyms() {}

    /**
     * The same findings, with those of an abbreviation merged at its first use, which says how often and where else
     * it is used.
     */
    static List<Diagnostic> united(List<Diagnostic> findings) {
        var united = new ArrayList<Diagnostic>(findings.size());
        Map<String, List<Diagnostic>> acronyms = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            if (finding.code().equals(Codes.UNEXPLAINED_ACRONYM)) {
                acronyms.computeIfAbsent(finding.message(), message -> new ArrayList<>())
                        .add(finding);
            } else {
                united.add(finding);
            }
        }
        acronyms.values().forEach(uses -> united.add(united(uses, uses.size())));
        return united;
    }

    private static Diagnostic united(List<Diagnostic> uses, int count) {
        uses.sort(Diagnostic.ORDER);
        Diagnostic first = uses.get(0);
        Map<String, Diagnostic> byFile = new LinkedHashMap<>();
        uses.forEach(use -> byFile.putIfAbsent(use.span().path(), use));
        if (count == 1) {
            return first;
        }
        String files = byFile.size() == 1 ? "here" : "in " + byFile.size() + " files";
        Diagnostic all = new Diagnostic(
                first.code(),
                first.severity(),
                first.span(),
                first.message() + ", used " + count + " times " + files,
                first.help(),
                List.of(),
                Optional.empty());
        for (Diagnostic use : byFile.values().stream().skip(1).limit(MOST_NOTES).toList()) {
            all = all.withNote(use.span(), "and used here");
        }
        return all;
    }
}
