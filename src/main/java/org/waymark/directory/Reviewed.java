package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Fields;

/**
 * The last and the next review of an entry.
 *
 * @param on the date of the last review
 * @param by the date by which the next is due
 * @param owner who looks after the entry; for editors, not for readers
 */
public record Reviewed(Optional<LocalDate> on, Optional<LocalDate> by, Optional<String> owner) {
    static Reviewed of(Fields fields) {
        return new Reviewed(
                fields.get(CommonFields.REVIEWED), fields.get(CommonFields.REVIEW_BY), fields.get(CommonFields.OWNER));
    }

    /** Whether the next review is overdue on a date. */
    public boolean isOverdue(LocalDate day) {
        return by.filter(due -> due.isBefore(day)).isPresent();
    }
}
