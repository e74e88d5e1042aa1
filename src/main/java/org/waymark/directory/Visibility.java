package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Date;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.YesNo;

/**
 * When readers may see an entry.
 *
 * @param draft whether they may not see it on any day yet
 * @param from the first day on which they see it; where there is none, they have always seen it
 * @param until the first day on which they see it no more
 */
public record Visibility(boolean draft, Optional<LocalDate> from, Optional<LocalDate> until) {
    public static final Field<Optional<Boolean>> DRAFT =
            Field.optional("draft", new YesNo(), "yes as long as nobody but the editors may see it");
    public static final Field<Optional<LocalDate>> PUBLISH_ON =
            Field.optional("publish-on", new Date(), "the first day on which readers see it");
    public static final Field<Optional<LocalDate>> EXPIRE_ON =
            Field.optional("expire-on", new Date(), "the first day on which readers no longer see it");

    /** That of what cannot be kept back. */
    public static final Visibility ALWAYS = new Visibility(false, Optional.empty(), Optional.empty());

    /** By the fields of an entry that may have other faults; a field that is not given or not readable limits nothing. */
    public static Visibility of(Fields fields) {
        return new Visibility(
                fields.find(DRAFT).flatMap(draft -> draft).orElse(false),
                fields.find(PUBLISH_ON).flatMap(day -> day),
                fields.find(EXPIRE_ON).flatMap(day -> day));
    }

    /** Whether each of its fields that an entry gives can be read. */
    public static boolean isReadable(Fields fields) {
        return Stream.of(DRAFT, PUBLISH_ON, EXPIRE_ON)
                .map(Field::name)
                .allMatch(name -> !fields.origin().values().containsKey(name)
                        || fields.values().containsKey(name));
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

    /** The first day, from a given one on, on which readers see this but not the other. What they never see has none. */
    public Optional<LocalDate> firstDayWithout(Visibility other, LocalDate today) {
        LocalDate start = from.filter(today::isBefore).orElse(today);
        Optional<LocalDate> missing = other.includes(start) ? other.until : Optional.of(start);
        return missing.filter(this::includes);
    }

    /** Whether there is no day on which readers see both. Drafts may be seen on any. */
    public boolean isApartFrom(Visibility other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    private boolean endsBefore(Visibility other) {
        return until.isPresent()
                && other.from.filter(day -> !day.isBefore(until.get())).isPresent();
    }
}
