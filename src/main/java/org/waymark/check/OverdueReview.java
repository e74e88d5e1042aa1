package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Reviewed;
import org.waymark.directory.Visibility;
import org.waymark.schema.CommonFields;

/** The day by which an entry should have been reviewed has passed. */
final class OverdueReview implements Rule {
    @Override
    public Code code() {
        return Codes.OVERDUE_REVIEW;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .filter(entry -> !isOutOfSight(entry.visibility(), directory.asOf()))
                .flatMap(entry -> check(entry, directory).stream());
    }

    /** Unpublished entries mislead nobody. Those yet to be published must be up to date by then. */
    private static boolean isOutOfSight(Visibility visibility, LocalDate today) {
        return visibility.draft() || visibility.hasEnded(today);
    }

    private Optional<Diagnostic> check(Entry entry, Directory directory) {
        Reviewed review = entry.reviewed();
        return review.by()
                .filter(day -> day.isBefore(directory.asOf()))
                .filter(day -> review.on().filter(day::isBefore).isEmpty()) // review-dates reports these
                .map(day -> Diagnostic.of(
                        code(),
                        entry.origin().of(review.isByPolicy() ? CommonFields.REVIEWED : CommonFields.REVIEW_BY),
                        "the review was due by " + day
                                + (directory.isHiddenAsOverdue(entry) ? ", so readers do not see the entry" : ""),
                        entry.kind().review().isPresent()
                                ? "check the entry, then run `waymark review "
                                        + entry.kind().name() + "/" + entry.id() + " --by NAME --evidence TEXT`"
                                : "check the entry, then set `reviewed` to today and `review-by` to the next date"));
    }
}
