package org.waymark.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When something is open, in its local time. The most specific hours take precedence: a single date, a day of each
 * year, a bank holiday, a season, the usual week.
 *
 * @param validFrom the first day for which anything is known; empty without a beginning
 * @param validTo the last such day; empty without an end
 * @param week the usual hours
 * @param seasons that do not overlap
 * @param special days with other hours
 * @param note what else readers should know, such as "ring first"
 */
public record OpeningHours(
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Week week,
        List<Season> seasons,
        List<SpecialDays> special,
        Optional<String> note) {
    public OpeningHours {
        seasons = List.copyOf(seasons);
        special = List.copyOf(special);
    }

    /** Whether the hours of a day are known. */
    public boolean isValidOn(LocalDate date) {
        return validFrom.filter(date::isBefore).isEmpty()
                && validTo.filter(date::isAfter).isEmpty();
    }

    /**
     * The hours that begin on a day, in order; empty if it is closed, or if nothing is known.
     *
     * @param isBankHoliday according to the local calendar
     */
    public List<Interval> on(LocalDate date, Predicate<LocalDate> isBankHoliday) {
        if (!isValidOn(date)) {
            return List.of();
        }
        return special(date, false)
                .or(() -> special(date, true))
                .orElseGet(() -> weekOn(date).on(date, isBankHoliday.test(date)));
    }

    private Optional<List<Interval>> special(LocalDate date, boolean isYearly) {
        return special.stream()
                .filter(each -> each.days() instanceof DateRange.Yearly == isYearly
                        && each.days().contains(date))
                .findFirst()
                .map(SpecialDays::intervals);
    }

    private Week weekOn(LocalDate date) {
        return seasons.stream()
                .filter(season -> season.days().contains(date))
                .findFirst()
                .map(Season::week)
                .orElse(week);
    }

    /** Whether any of its hours are for bank holidays. */
    public boolean knowsBankHolidays() {
        return week.bankHolidays().isPresent()
                || seasons.stream()
                        .anyMatch(season -> season.week().bankHolidays().isPresent());
    }
}
