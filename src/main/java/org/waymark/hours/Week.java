package org.waymark.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The usual hours of a week. A rule for certain weeks of a month comes before one for every week; a day without a rule is closed.
 *
 * @param bankHolidays hours on bank holidays; without any, these are days like any other
 */
public record Week(List<DayRule> rules, Optional<List<Interval>> bankHolidays) {
    public Week {
        rules = List.copyOf(rules);
        bankHolidays = bankHolidays.map(List::copyOf);
    }

    List<Interval> on(LocalDate date, boolean isBankHoliday) {
        return bankHolidays
                .filter(hours -> isBankHoliday)
                .or(() -> rule(date, false))
                .or(() -> rule(date, true))
                .orElse(List.of());
    }

    private Optional<List<Interval>> rule(LocalDate date, boolean isEveryWeek) {
        return rules.stream()
                .filter(rule -> rule.isEveryWeek() == isEveryWeek && rule.isFor(date))
                .findFirst()
                .map(DayRule::intervals);
    }
}
