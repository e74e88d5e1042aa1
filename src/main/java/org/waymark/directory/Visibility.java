package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Fields;

/**
 * When an entry is published.
 *
 * @param draft whether it has no publication date yet
 * @param from the first day on which it is published; absent if it always has been
 * @param until the first day on which it is no longer published
 */
public record Visibility(boolean draft, Optional<LocalDate> from, Optional<LocalDate> until) {
    /** The visibility of entries that are always published. */
    public static final Visibility ALWAYS = new Visibility(false, Optional.empty(), Optional.empty());

    /** From the fields of an entry that may have other problems; a missing or unreadable field sets no limit. */
    public static Visibility of(Fields fields) {
        return new Visibility(
                fields.find(CommonFields.DRAFT).flatMap(draft -> draft).orElse(false),
                fields.find(CommonFields.PUBLISH_ON).flatMap(day -> day),
                fields.find(CommonFields.EXPIRE_ON).flatMap(day -> day));
    }

    /** Whether none of these fields in the entry is undecodable. */
    public static boolean isReadable(Fields fields) {
        return Stream.of(CommonFields.DRAFT, CommonFields.PUBLISH_ON, CommonFields.EXPIRE_ON)
                .allMatch(field -> fields.origin().given(field).isEmpty()
                        || fields.value(field).isPresent());
    }

    /** Whether it is published on a date. */
    public boolean includes(LocalDate day) {
        return !draft && !startsAfter(day) && !hasEnded(day);
    }

    /** Whether its first day of publication is after a date. */
    public boolean startsAfter(LocalDate day) {
        return from.filter(day::isBefore).isPresent();
    }

    /** Whether it is no longer published on a date. */
    public boolean hasEnded(LocalDate day) {
        return until.filter(end -> !day.isBefore(end)).isPresent();
    }

    /** The first day on or after {@code today} when this is published and {@code other} is not. */
    public Optional<LocalDate> firstDayWithout(Visibility other, LocalDate today) {
        LocalDate start = from.filter(today::isBefore).orElse(today);
        Optional<LocalDate> missing = other.includes(start) ? other.until : Optional.of(start);
        return missing.filter(this::includes);
    }

    /** Whether the two are never published on the same day. A draft may be published on any day. */
    public boolean neverOverlaps(Visibility other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    private boolean endsBefore(Visibility other) {
        return until.isPresent()
                && other.from.filter(day -> !day.isBefore(until.get())).isPresent();
    }
}
