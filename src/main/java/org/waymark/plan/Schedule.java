package org.waymark.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Site;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.SpecialDays;
import org.waymark.hours.Week;

/**
 * Times at which something opens and closes again and again, in the words of iCalendar (RFC 5545, section 3.3.10); or days on which
 * other times take precedence over these.
 *
 * @param rule when it happens; empty on each of the days from the first to the last, which takes precedence
 * @param times when it opens and closes; empty if it is closed
 * @param from the first day, if there is one
 * @param to the last day, if there is one
 */
record Schedule(Optional<Recurrence> rule, Optional<Times> times, Optional<LocalDate> from, Optional<LocalDate> to) {
    /**
     * A rule for days.
     *
     * @param frequency {@code WEEKLY} or {@code MONTHLY}
     * @param days such as {@code MO,TU} or, of a month, {@code 1MO,-1FR}
     */
    record Recurrence(String frequency, String days) {}

    /**
     * Times of a day.
     *
     * @param opens such as {@code 09:00}
     * @param closes on the same day or the one after
     */
    record Times(String opens, String closes) {
        static Times of(Interval interval) {
            return new Times(time(interval.from()), time(interval.to()));
        }

        /** Midnight at the end of a day is {@code 00:00}, since no standard for times of a day has another word. */
        private static String time(int minutes) {
            int hour = minutes / 60 % 24;
            int minute = minutes % 60;
            return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
        }
    }

    /** The usual week, that of each season, and the special days and bank holidays of the year that begins today. */
    static List<Schedule> of(OpeningHours hours, Site.Calendar calendar, LocalDate today) {
        var all = new ArrayList<Schedule>();
        add(all, hours.week(), hours.validFrom(), hours.validTo());
        hours.seasons().forEach(season -> {
            Dated days = season.days().from(today);
            add(all, season.week(), Optional.of(days.from()), Optional.of(days.to()));
        });
        for (SpecialDays special : hours.special()) {
            Dated days = special.days().from(today);
            if (!days.to().isBefore(today)) {
                addDays(all, special.intervals(), days.from(), days.to());
            }
        }
        if (hours.knowsBankHolidays()) {
            Stream.of(today.getYear(), today.getYear() + 1)
                    .flatMap(year -> calendar.bankHolidays(year).stream())
                    .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(1)))
                    .filter(day -> !hours.on(day, date -> true).equals(hours.on(day, date -> false)))
                    .forEach(day -> addDays(all, hours.on(day, date -> true), day, day));
        }
        return all;
    }

    private static void add(List<Schedule> all, Week week, Optional<LocalDate> from, Optional<LocalDate> to) {
        for (DayRule rule : week.rules()) {
            var recurrence = new Recurrence(rule.isEveryWeek() ? "WEEKLY" : "MONTHLY", days(rule));
            for (Interval interval : rule.intervals()) {
                all.add(new Schedule(Optional.of(recurrence), Optional.of(Times.of(interval)), from, to));
            }
        }
    }

    private static void addDays(List<Schedule> all, List<Interval> intervals, LocalDate from, LocalDate to) {
        if (intervals.isEmpty()) {
            all.add(new Schedule(Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to)));
        }
        intervals.forEach(each -> all.add(
                new Schedule(Optional.empty(), Optional.of(Times.of(each)), Optional.of(from), Optional.of(to))));
    }

    private static String days(DayRule rule) {
        List<String> days = rule.days().stream().map(Schedule::day).toList();
        return rule.isEveryWeek()
                ? String.join(",", days)
                : rule.weeks().stream()
                        .flatMap(week -> days.stream().map(day -> (week == DayRule.LAST ? -1 : week) + day))
                        .collect(Collectors.joining(","));
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** All of it on one line, by which it can be told from others. */
    String name() {
        return Stream.of(
                        rule.map(Recurrence::frequency),
                        rule.map(Recurrence::days),
                        times.map(Times::opens),
                        times.map(Times::closes),
                        from,
                        to)
                .map(part -> part.map(Object::toString).orElse(""))
                .collect(Collectors.joining(" "));
    }
}
