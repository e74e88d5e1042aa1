package org.waymark.check;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** A published entry links readers to one that is not published. */
final class UnpublishedLink implements Rule {
    @Override
    public Code code() {
        return Codes.UNPUBLISHED_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        LocalDate today = directory.asOf();
        return LimitedReference.all(directory)
                .filter(reference ->
                        reference.deadFrom(today).filter(today::equals).isPresent())
                .map(reference -> Diagnostic.of(
                                code(),
                                reference.place(),
                                reference.reason(today, today) + ", so readers cannot see it",
                                reference.cure(today))
                        .withNote(reference.evidence(today), "it says so here"));
    }
}
