package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.schema.Citation;

/** A source is said to have been looked up on a date in the future, which must be a typing error. */
final class FutureDate implements Rule {
    @Override
    public Code code() {
        return Codes.FUTURE_DATE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.all(Citation.class))
                .filter(source -> source.seen().firstDay().isAfter(directory.asOf()))
                .map(source -> Diagnostic.of(
                        code(),
                        source.seenSpan(),
                        "the source was looked up on " + source.seen().iso() + ", which is in the future; today is "
                                + directory.asOf(),
                        "write the day on which someone last looked it up"));
    }
}
