package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
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
                .flatMap(entry -> check(entry, directory.asOf()).stream());
    }

    /** Unpublished entries mislead nobody. Those yet to be published must be up to date by then. */
    private static boolean isOutOfSight(Visibility visibility, LocalDate today) {
        return visibility.draft() || visibility.hasEnded(today);
    }

    private Optional<Diagnostic> check(Entry entry, LocalDate today) {
        Optional<LocalDate> due = entry.find(CommonFields.REVIEW_BY).flatMap(date -> date);
        Optional<LocalDate> reviewed = entry.find(CommonFields.REVIEWED).flatMap(date -> date);
        return due.filter(day -> day.isBefore(today))
                .filter(day -> reviewed.filter(day::isBefore).isEmpty()) // review-dates reports these
                .map(day -> Diagnostic.of(
                        code(),
                        entry.origin().of(CommonFields.REVIEW_BY),
                        "the review was due by " + day,
                        "check the entry, then set `reviewed` to today and `review-by` to the next date"));
    }
}
