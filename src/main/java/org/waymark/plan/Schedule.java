package org.waymark.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Week;

/**
 * Times at which something opens and closes again and again, in the words of iCalendar (RFC 5545, section 3.3.10).
 *
 * @param frequency {@code WEEKLY} or {@code MONTHLY}
 * @param days such as {@code MO,TU} or, of a month, {@code 1MO,-1FR}
 * @param opens such as {@code 09:00}
 * @param closes on the same day or the one after
 * @param from the first day, if there is one
 * @param to the last day, if there is one
 */
record Schedule(
        String frequency, String days, String opens, String closes, Optional<LocalDate> from, Optional<LocalDate> to) {
    /**
     * The usual week, and that of each season in a year. Single days with other hours are not among them: there is no word for
     * these.
     */
    static List<Schedule> of(OpeningHours hours, int year) {
        var all = new ArrayList<Schedule>();
        add(all, hours.week(), hours.validFrom(), hours.validTo());
        hours.seasons().forEach(season -> {
            var days = season.days().in(year);
            add(all, season.week(), Optional.of(days.from()), Optional.of(days.to()));
        });
        return all;
    }

    private static void add(List<Schedule> all, Week week, Optional<LocalDate> from, Optional<LocalDate> to) {
        for (DayRule rule : week.rules()) {
            for (Interval interval : rule.intervals()) {
                all.add(new Schedule(
                        rule.isEveryWeek() ? "WEEKLY" : "MONTHLY",
                        days(rule),
                        time(interval.from()),
                        time(interval.to()),
                        from,
                        to));
            }
        }
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

    /** Midnight at the end of a day is {@code 00:00}, since no standard for times of a day has another word. */
    private static String time(int minutes) {
        int hour = minutes / 60 % 24;
        int minute = minutes % 60;
        return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
    }
}
