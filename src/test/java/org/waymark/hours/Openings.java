package org.waymark.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When something is open, as instants: what the script of the pages must say, too. Local times become instants as in RFC 5545, section
 * 3.3.5: one that comes twice is the first, and one that the clocks leave out is counted on from before.
 */
public record Openings(List<Opening> all) {
    /** The end is exclusive. */
    public record Opening(Instant from, Instant to) {}

    public Openings {
        all = List.copyOf(all);
    }

    /** Those that begin on some days, as one where one follows another. */
    public static Openings between(
            OpeningHours hours, ZoneId zone, Predicate<LocalDate> isBankHoliday, LocalDate first, LocalDate last) {
        var merged = new ArrayList<Opening>();
        first.datesUntil(last.plusDays(1))
                .forEach(day -> hours.on(day, isBankHoliday).forEach(each -> {
                    Instant from = instant(day, each.from(), zone);
                    Instant to = instant(day, each.to(), zone);
                    Optional<Opening> before =
                            merged.isEmpty() ? Optional.empty() : Optional.of(merged.get(merged.size() - 1));
                    if (!to.isAfter(from)) {
                        return;
                    }
                    if (before.filter(opening -> !from.isAfter(opening.to())).isPresent()) {
                        merged.set(
                                merged.size() - 1,
                                new Opening(
                                        before.get().from(),
                                        to.isAfter(before.get().to())
                                                ? to
                                                : before.get().to()));
                    } else {
                        merged.add(new Opening(from, to));
                    }
                }));
        return new Openings(merged);
    }

    private static Instant instant(LocalDate day, int minutes, ZoneId zone) {
        return day.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant();
    }

    /** {@code open until 2026-03-27T17:00:00Z}, {@code closed until …}, or {@code closed} if nothing comes. */
    public String at(Instant now) {
        return all.stream()
                .filter(opening -> opening.to().isAfter(now))
                .findFirst()
                .map(opening ->
                        opening.from().isAfter(now) ? "closed until " + opening.from() : "open until " + opening.to())
                .orElse("closed");
    }
}
