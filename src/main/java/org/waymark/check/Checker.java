package org.waymark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;
import org.waymark.model.Common;
import org.waymark.model.Directory;
import org.waymark.model.Document;
import org.waymark.model.Site;
import org.waymark.schema.Fields;

/** Applies the rules, then what the entries allow and what the site's settings say of severity. */
public final class Checker {
    private Checker() {}

    /**
     * Everything there is to say about a directory.
     *
     * @param reading what was found while its files were read
     * @return in the order of reports
     */
    public static List<Diagnostic> check(Directory directory, List<Diagnostic> reading) {
        var found = new ArrayList<>(reading);
        Rules.ALL.parallelStream()
                .map(rule -> rule.check(directory).toList())
                .toList()
                .forEach(found::addAll);
        List<Diagnostic> kept = withoutAllowed(directory, found);
        Map<Code, Optional<Severity>> severities =
                directory.findSite().map(Site::severities).orElse(Map.of());
        return kept.stream()
                .flatMap(
                        d -> severities.getOrDefault(d.code(), Optional.of(d.severity())).map(d::withSeverity).stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    private static List<Diagnostic> withoutAllowed(Directory directory, List<Diagnostic> found) {
        var allowed = new HashMap<String, Set<String>>();
        directory
                .documents()
                .forEach(document -> document.fields()
                        .find(Common.ALLOW)
                        .filter(names -> !names.isEmpty())
                        .ifPresent(names -> allowed.put(document.path(), Set.copyOf(names))));
        var used = new HashMap<String, Set<String>>();
        var kept = new ArrayList<Diagnostic>();
        for (Diagnostic diagnostic : found) {
            String path = diagnostic.span().path();
            String name = diagnostic.code().name();
            if (allowed.getOrDefault(path, Set.of()).contains(name)) {
                used.computeIfAbsent(path, p -> new HashSet<>()).add(name);
            } else {
                kept.add(diagnostic);
            }
        }
        for (Document document : directory.documents()) {
            Set<String> needed = used.getOrDefault(document.path(), Set.of());
            allowed.getOrDefault(document.path(), Set.of()).stream()
                    .filter(name -> !needed.contains(name))
                    .forEach(name -> kept.add(unused(document, name)));
        }
        return kept;
    }

    private static Diagnostic unused(Document document, String name) {
        Fields fields = document.fields();
        return Diagnostic.of(
                Codes.UNUSED_ALLOW,
                fields.origin().of(Common.ALLOW, name),
                "the entry allows `" + name + "`, but there is no such warning",
                "remove `" + name + "` from `allow`");
    }
}
