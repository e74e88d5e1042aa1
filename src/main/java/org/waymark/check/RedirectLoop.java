package org.waymark.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.Ref;

/** A removed entry redirects to another removed entry that redirects back, so readers would be redirected for ever. */
final class RedirectLoop implements Rule {
    @Override
    public Code code() {
        return Codes.REDIRECT_LOOP;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return loops(directory).stream().map(this::report);
    }

    /** The notices that form loops, each loop beginning with its first notice in the file. */
    static List<List<GoneEntry>> loops(Directory directory) {
        var loops = new ArrayList<List<GoneEntry>>();
        Set<GoneEntry> seen = new HashSet<>();
        // In file order, which is the order in which they are read.
        List<GoneEntry> notices = directory
                .entries(directory.kinds().notices())
                .filter(Entry::isComplete)
                .map(GoneEntry::of)
                .toList();
        for (GoneEntry start : notices) {
            var path = new ArrayList<GoneEntry>();
            Optional<GoneEntry> at = Optional.of(start);
            while (at.isPresent() && seen.add(at.get())) {
                path.add(at.get());
                at = next(directory, at.get());
            }
            at.map(path::indexOf)
                    .filter(index -> index >= 0)
                    .ifPresent(index -> loops.add(path.subList(index, path.size())));
        }
        return loops;
    }

    /** The notice of what another one leads to, if that is gone as well. */
    static Optional<GoneEntry> next(Directory directory, GoneEntry notice) {
        return notice.instead()
                .filter(ref -> !directory.isDeclared(ref))
                .flatMap(ref -> directory.gone(directory.kinds().of(ref), ref.id()));
    }

    /** Whether a field is part of a loop. */
    static boolean contains(List<List<GoneEntry>> loops, Ref ref) {
        return loops.stream()
                .flatMap(List::stream)
                .anyMatch(notice -> notice.instead().filter(ref::equals).isPresent());
    }

    private Diagnostic report(List<GoneEntry> loop) {
        GoneEntry first = loop.get(0);
        String message = loop.size() == 1
                ? "`" + first.was() + "` redirects to itself"
                : "`" + first.was() + "` redirects back to itself through other removed entries";
        Diagnostic finding = Diagnostic.of(
                code(),
                first.origin().of(GoneEntry.INSTEAD),
                message,
                "name an entry that exists under `instead` in each of these notices, or give a `reason` in its place");
        for (GoneEntry other : loop.subList(1, loop.size())) {
            finding = finding.withNote(
                    other.origin().of(GoneEntry.INSTEAD),
                    "`" + other.was() + "` was removed as well, and redirects from here");
        }
        return finding;
    }
}
