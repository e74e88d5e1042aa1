package org.waymark.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Placed;

/** Applies the rules, then the entries' allowances and the severities in the site's settings. */
public final class Checker {
    private Checker() {}

    /**
     * All findings about a directory.
     *
     * @param reading findings from reading its files
     * @return in the order of reports
     */
    public static List<Diagnostic> check(Directory directory, List<Diagnostic> reading) {
        var found = new ArrayList<>(ChangedLabels.united(directory, ReferencesWithoutKind.cured(directory, reading)));
        Rules.ALL.parallelStream()
                .map(rule -> rule.check(directory).toList())
                .toList()
                .forEach(found::addAll);
        List<Diagnostic> kept = withoutAllowed(directory, found);
        if (!directory.kinds().isSound()) {
            kept.removeIf(new Consequences(directory.kinds())::contains);
        }
        return withSeverities(directory, RepeatedAcronyms.united(kept)).stream()
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    /** Findings with the severities that the site's settings give them, and without those that it turns off. */
    public static List<Diagnostic> withSeverities(Directory directory, List<Diagnostic> found) {
        Map<Code, Optional<Severity>> severities = directory
                .entries(Site.KIND)
                .findFirst()
                .map(site -> Site.severitiesIn(site.fields()))
                .orElse(Map.of());
        return found.stream()
                .flatMap(
                        d -> severities.getOrDefault(d.code(), Optional.of(d.severity())).map(d::withSeverity).stream())
                .toList();
    }

    /** The findings that do not come from a rule, after allowances and severities. */
    public static List<Diagnostic> judged(Directory directory, List<Diagnostic> found) {
        Map<Allowance, Placed<String>> allowed = allowed(directory);
        return withSeverities(
                directory,
                found.stream()
                        .filter(diagnostic -> !allowed.containsKey(Allowance.of(diagnostic)))
                        .toList());
    }

    /** An entry's allowance for a finding. */
    private record Allowance(String path, String name) {
        static Allowance of(Diagnostic diagnostic) {
            return new Allowance(diagnostic.span().path(), diagnostic.code().name());
        }
    }

    private static Map<Allowance, Placed<String>> allowed(Directory directory) {
        var allowed = new LinkedHashMap<Allowance, Placed<String>>();
        for (Entry entry : directory.entries()) {
            entry.find(CommonFields.ALLOW)
                    .ifPresent(names ->
                            names.forEach(name -> allowed.put(new Allowance(entry.path(), name.value()), name)));
        }
        return allowed;
    }

    private static List<Diagnostic> withoutAllowed(Directory directory, List<Diagnostic> found) {
        Map<Allowance, Placed<String>> allowed = allowed(directory);
        var used = new HashSet<Allowance>();
        var kept = new ArrayList<Diagnostic>();
        for (Diagnostic diagnostic : found) {
            var key = Allowance.of(diagnostic);
            if (allowed.containsKey(key)) {
                used.add(key);
            } else {
                kept.add(diagnostic);
            }
        }
        allowed.keySet().removeAll(used);
        allowed.keySet().removeIf(key -> Codes.foundElsewhere().contains(key.name()));
        allowed.values().forEach(name -> kept.add(unused(name)));
        return kept;
    }

    private static Diagnostic unused(Placed<String> name) {
        return Diagnostic.of(
                Codes.UNUSED_ALLOW,
                name.span(),
                "the entry allows `" + name.value() + "`, but there is no such warning",
                "remove `" + name.value() + "` from `allow`");
    }
}
