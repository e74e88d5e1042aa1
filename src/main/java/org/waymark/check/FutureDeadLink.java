package org.waymark.check;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** An entry links to one that will no longer be published, although nothing is wrong today. */
final class FutureDeadLink implements Rule {
    @Override
    public Code code() {
        return Codes.FUTURE_DEAD_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        LocalDate today = directory.asOf();
        return LimitedReference.all(directory)
                .flatMap(reference ->
                        reference
                                .deadFrom(today)
                                .filter(today::isBefore)
                                .map(day -> report(reference, day, today))
                                .stream());
    }

    private Diagnostic report(LimitedReference reference, LocalDate day, LocalDate today) {
        return Diagnostic.of(
                        code(),
                        reference.place(),
                        "from " + day + " this leads nowhere: " + reference.reason(day, today),
                        reference.cure(day))
                .withNote(reference.evidence(day), "it says so here");
    }
}
