package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Visibility;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Origin;

/** An entry expires before it is published, so readers would never see it. */
final class PublicationDates implements Rule {
    @Override
    public Code code() {
        return Codes.PUBLICATION_DATES;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream().flatMap(entry -> check(entry).stream());
    }

    private Optional<Diagnostic> check(Entry entry) {
        Visibility visibility = entry.visibility();
        Origin origin = entry.origin();
        return visibility
                .from()
                .flatMap(first -> visibility
                        .until()
                        .filter(end -> !end.isAfter(first))
                        .map(end -> Diagnostic.of(
                                        code(),
                                        origin.of(CommonFields.EXPIRE_ON),
                                        "the entry expires on " + end + ", but is published only from " + first,
                                        "set `expire-on` to a day after `publish-on`; it is the first day without the entry")
                                .withNote(origin.of(CommonFields.PUBLISH_ON), "the day of publication is here")));
    }
}
