package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.schema.Date;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Line;

/**
 * The last and the next review of an entry.
 *
 * @param on the date of the last review
 * @param by the date by which the next is due
 * @param owner who looks after the entry; for editors, not for readers
 */
public record Reviewed(Optional<LocalDate> on, Optional<LocalDate> by, Optional<String> owner) {
    public static final Field<Optional<LocalDate>> REVIEWED =
            Field.optional("reviewed", new Date(), "the day on which someone last checked it");
    public static final Field<Optional<LocalDate>> REVIEW_BY =
            Field.optional("review-by", new Date(), "the day by which someone must check it again");
    public static final Field<Optional<String>> OWNER =
            Field.optional("owner", new Line(90, "Communications team"), "who looks after it; readers do not see this");

    static Reviewed of(Fields fields) {
        return new Reviewed(fields.get(REVIEWED), fields.get(REVIEW_BY), fields.get(OWNER));
    }

    /** Whether the next review is overdue on a date. */
    public boolean isOverdue(LocalDate day) {
        return by.filter(due -> due.isBefore(day)).isPresent();
    }
}
