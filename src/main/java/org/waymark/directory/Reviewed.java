package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.CommonFields;

/**
 * The last and the next review of an entry.
 *
 * @param on the date of the last review
 * @param by the date by which the next is due: that of the entry, or by the policy of its kind if that is earlier
 * @param isByPolicy whether only the policy says so
 */
public record Reviewed(Optional<LocalDate> on, Optional<LocalDate> by, boolean isByPolicy) {
    static Reviewed of(Entry entry) {
        Optional<LocalDate> on = entry.find(CommonFields.REVIEWED).flatMap(day -> day);
        Optional<LocalDate> own = entry.find(CommonFields.REVIEW_BY).flatMap(day -> day);
        // An entry that was never reviewed was correct on the day on which it was added.
        Optional<LocalDate> ofPolicy =
                entry.kind().review().flatMap(policy -> on.or(entry::added).map(policy.every()::after));
        Optional<LocalDate> by = Stream.concat(own.stream(), ofPolicy.stream()).min(LocalDate::compareTo);
        return new Reviewed(on, by, !by.equals(own));
    }

    /** Whether the next review is overdue on a date. */
    public boolean isOverdue(LocalDate day) {
        return by.filter(due -> due.isBefore(day)).isPresent();
    }
}
