package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;

/** A review is in the future, or is due before it took place. */
final class ReviewDates implements Rule {
    @Override
    public Code code() {
        return Codes.REVIEW_DATES;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream().flatMap(entry -> check(entry, directory.asOf()).stream());
    }

    private Optional<Diagnostic> check(Entry entry, LocalDate today) {
        Optional<LocalDate> reviewed = entry.find(CommonFields.REVIEWED).flatMap(date -> date);
        Optional<LocalDate> due = entry.find(CommonFields.REVIEW_BY).flatMap(date -> date);
        if (reviewed.isEmpty()) {
            return Optional.empty();
        }
        if (reviewed.get().isAfter(today)) {
            return Optional.of(Diagnostic.of(
                    code(),
                    entry.origin().of(CommonFields.REVIEWED),
                    "the review of " + reviewed.get() + " is in the future; today is " + today,
                    "`reviewed` is the day on which someone last checked the entry"));
        }
        if (due.isPresent() && due.get().isBefore(reviewed.get())) {
            return Optional.of(Diagnostic.of(
                            code(),
                            entry.origin().of(CommonFields.REVIEW_BY),
                            "the next review is due on " + due.get() + ", before the last one of " + reviewed.get(),
                            "set `review-by` to a day after `reviewed`")
                    .withNote(entry.origin().of(CommonFields.REVIEWED), "the last review is here"));
        }
        return Optional.empty();
    }
}
