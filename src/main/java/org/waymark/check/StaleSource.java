package org.waymark.check;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.schema.Citation;

/** A source was last looked up more than a year ago, so it may have changed. */
final class StaleSource implements Rule {
    @Override
    public Code code() {
        return Codes.STALE_SOURCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        LocalDate yearAgo = directory.asOf().minusYears(1);
        return directory.entries().stream()
                .flatMap(entry -> entry.all(Citation.class))
                .filter(source -> source.seen().lastDay().isBefore(yearAgo))
                .map(source -> Diagnostic.of(
                        code(),
                        source.seenSpan(),
                        "the source was last looked up more than a year ago",
                        "look it up again and set `seen` to that day, or replace it"));
    }
}
