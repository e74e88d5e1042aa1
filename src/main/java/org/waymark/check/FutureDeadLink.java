package org.waymark.check;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** An entry will lead readers to one that is not published then, though all is well today. */
final class FutureDeadLink implements Rule {
    @Override
    public Code code() {
        return Codes.FUTURE_DEAD_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        LocalDate today = directory.asOf();
        return Lead.all(directory)
                .flatMap(lead ->
                        lead.deadFrom(today).filter(today::isBefore).map(day -> report(lead, day, today)).stream());
    }

    private Diagnostic report(Lead lead, LocalDate day, LocalDate today) {
        return Diagnostic.of(
                        code(),
                        lead.place(),
                        "from " + day + " on this leads nowhere: " + lead.reason(day, today),
                        lead.cure(day))
                .withNote(lead.told(day), "it says so here");
    }
}
