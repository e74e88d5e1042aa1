package org.waymark.model;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Types;

/**
 * When readers may see an entry.
 *
 * @param draft whether they may not see it on any day yet
 * @param from the first day on which they see it; where there is none, they have always seen it
 * @param until the first day on which they see it no more
 */
public record Visibility(boolean draft, Optional<LocalDate> from, Optional<LocalDate> until) {
    public static final Field<Optional<Boolean>> DRAFT =
            Field.optional("draft", Types.yesNo(), "yes as long as nobody but the editors may see it");
    public static final Field<Optional<LocalDate>> PUBLISH_ON =
            Field.optional("publish-on", Types.date(), "the first day on which readers see it");
    public static final Field<Optional<LocalDate>> EXPIRE_ON =
            Field.optional("expire-on", Types.date(), "the first day on which readers no longer see it");

    /** That of what cannot be kept back. */
    public static final Visibility ALWAYS = new Visibility(false, Optional.empty(), Optional.empty());

    /** By the fields of an entry that may have other faults; a field that is not given or not readable limits nothing. */
    public static Visibility of(Fields fields) {
        return new Visibility(
                fields.find(DRAFT).flatMap(draft -> draft).orElse(false),
                fields.find(PUBLISH_ON).flatMap(day -> day),
                fields.find(EXPIRE_ON).flatMap(day -> day));
    }

    /** Whether readers see it on a day. */
    public boolean includes(LocalDate day) {
        return !draft && !isYetToCome(day) && !isOver(day);
    }

    /** Whether readers are to see it only after a day. A draft has no such day. */
    public boolean isYetToCome(LocalDate day) {
        return from.filter(day::isBefore).isPresent();
    }

    /** Whether readers no longer see it on a day. */
    public boolean isOver(LocalDate day) {
        return until.filter(end -> !day.isBefore(end)).isPresent();
    }
}
