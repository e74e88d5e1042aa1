package org.waymark.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Site;
import org.waymark.hours.DateRange;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DateRange.Yearly;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Season;
import org.waymark.hours.Week;
import org.waymark.plan.HoursView.Part;
import org.waymark.plan.HoursView.Row;
import org.waymark.schema.Labels;

/** Opening hours as people write them: days with the same hours in one line, without days that are over. */
final class HoursText {
    /** For fewer days, the text says when something is open, rather than when it is closed. */
    private static final int FEW = 4;

    /** How many years of bank holidays a page knows. A site that is not built for longer takes later ones for other days. */
    private static final int YEARS = 3;

    private final Labels labels;
    private final LocalDate today;
    private final HoursData data;

    /** @param today days before it are left out */
    HoursText(Labels labels, Site.Calendar calendar, LocalDate today) {
        this.labels = labels;
        this.today = today;
        data = new HoursData(labels, calendar, today, YEARS, this::time);
    }

    HoursView of(OpeningHours hours) {
        var parts = new ArrayList<Part>();
        List<Season> seasons = hours.seasons().stream()
                .filter(season -> !isOver(season.days()))
                .toList();
        seasons.forEach(season -> parts.add(new Part(Optional.of(days(season.days())), rows(season.week()))));
        parts.add(new Part(
                seasons.isEmpty() ? Optional.empty() : Optional.of(labels.text("rest-of-year")), rows(hours.week())));
        List<Row> special = hours.special().stream()
                .filter(each -> !isOver(each.days()))
                .sorted(Comparator.comparing(each -> next(each.days())))
                .map(each -> new Row(days(each.days()), times(each.intervals())))
                .toList();
        if (!special.isEmpty()) {
            parts.add(new Part(Optional.of(labels.text("special-days")), special));
        }
        return new HoursView(
                parts.stream().filter(part -> !part.rows().isEmpty()).toList(), notes(hours), data.of(hours));
    }

    /** For the script of a list. */
    HoursData data() {
        return data;
    }

    /** Each line in words. */
    List<String> lines(HoursView view) {
        var lines = new ArrayList<String>();
        for (Part part : view.parts()) {
            for (Row row : part.rows()) {
                String line = labels.text("field-and-value", Map.of("label", row.days(), "value", row.times()));
                lines.add(part.label()
                        .map(label -> labels.text("field-and-value", Map.of("label", label, "value", line)))
                        .orElse(line));
            }
        }
        lines.addAll(view.notes());
        return lines;
    }

    private List<String> notes(OpeningHours hours) {
        var notes = new ArrayList<String>();
        hours.validFrom()
                .filter(today::isBefore)
                .ifPresent(day -> notes.add(labels.text("hours-from", Map.of("date", labels.date(day)))));
        hours.validTo().ifPresent(day -> notes.add(labels.text("hours-until", Map.of("date", labels.date(day)))));
        hours.note().ifPresent(notes::add);
        return notes;
    }

    private boolean isOver(DateRange days) {
        return days instanceof Dated dated && dated.to().isBefore(today);
    }

    /** When the days next begin, or began if they are not over. */
    private LocalDate next(DateRange days) {
        Dated last = days.in(today.getYear());
        return (last.to().isBefore(today) ? days.in(today.getYear() + 1) : last).from();
    }

    private List<Row> rows(Week week) {
        var rows = new ArrayList<Row>();
        List<DayRule> ofMonth =
                week.rules().stream().filter(rule -> !rule.isEveryWeek()).toList();
        boolean isOpenWeekly = week.rules().stream()
                .anyMatch(rule -> rule.isEveryWeek() && !rule.intervals().isEmpty());
        if (isOpenWeekly || ofMonth.isEmpty()) {
            rows.addAll(ofWeek(week));
        }
        ofMonth.forEach(rule -> rows.add(new Row(daysOfMonth(rule), times(rule.intervals()))));
        week.bankHolidays().ifPresent(hours -> rows.add(new Row(labels.text("bank-holidays"), times(hours))));
        return rows;
    }

    /** The days of a week; those on which it is closed only if there are few. */
    private List<Row> ofWeek(Week week) {
        var rows = new ArrayList<Row>();
        long open = Stream.of(DayOfWeek.values())
                .filter(day -> !usual(week, day).isEmpty())
                .count();
        var same = new ArrayList<DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!same.isEmpty() && !usual(week, same.get(0)).equals(usual(week, day))) {
                rows.add(row(week, same));
                same.clear();
            }
            same.add(day);
        }
        rows.add(row(week, same));
        boolean areFew = open > 0 && open < FEW;
        return areFew
                ? rows.stream()
                        .filter(row -> !row.times().equals(labels.text("closed")))
                        .toList()
                : rows;
    }

    private Row row(Week week, List<DayOfWeek> days) {
        return new Row(daysOfWeek(days), times(usual(week, days.get(0))));
    }

    private static List<Interval> usual(Week week, DayOfWeek day) {
        return week.rules().stream()
                .filter(rule -> rule.isEveryWeek() && rule.days().contains(day))
                .findFirst()
                .map(DayRule::intervals)
                .orElse(List.of());
    }

    /** Consecutive days. */
    private String daysOfWeek(List<DayOfWeek> days) {
        DayOfWeek last = days.get(days.size() - 1);
        return switch (days.size()) {
            case 1 -> name(last);
            case 2 -> labels.list("list-and", List.of(name(days.get(0)), name(last)));
            case 7 -> labels.text("every-day");
            default -> labels.text("period", Map.of("from", name(days.get(0)), "to", name(last)));
        };
    }

    private String daysOfMonth(DayRule rule) {
        List<String> weeks = rule.weeks().stream()
                .map(week -> labels.items("weeks-of-month").get(week - 1))
                .toList();
        return labels.capitalised(labels.text(
                "weekday-of-month",
                Map.of(
                        "list",
                        labels.list("list-and", weeks),
                        "day",
                        labels.list(
                                "list-and", rule.days().stream().map(this::name).toList()))));
    }

    private String name(DayOfWeek day) {
        return labels.items("weekdays").get(day.getValue() - 1);
    }

    private String days(DateRange days) {
        String from = days instanceof Yearly yearly ? day(yearly.from()) : labels.date(((Dated) days).from());
        String to = days instanceof Yearly yearly ? day(yearly.to()) : labels.date(((Dated) days).to());
        return from.equals(to) ? from : labels.text("period", Map.of("from", from, "to", to));
    }

    private String day(MonthDay day) {
        return labels.text(
                "day-of-year",
                Map.of(
                        "day",
                        labels.number(day.getDayOfMonth()),
                        "month",
                        labels.items("months-in-dates").get(day.getMonthValue() - 1)));
    }

    private String times(List<Interval> intervals) {
        if (intervals.isEmpty()) {
            return labels.text("closed");
        }
        return labels.list(
                "list-and",
                intervals.stream()
                        .map(each -> each.equals(Interval.WHOLE_DAY)
                                ? labels.text("open-all-day")
                                : labels.text("period", Map.of("from", time(each.from()), "to", time(each.to()))))
                        .toList());
    }

    /** {@code 9am}, {@code 5:30pm}, {@code midnight} */
    private String time(int minutes) {
        int hour = minutes / 60 % 24;
        int minute = minutes % 60;
        if (minute == 0 && hour % 12 == 0) {
            return labels.text(hour == 0 ? "midnight" : "midday");
        }
        return labels.text(
                minute == 0 ? "time-of-hour" : "time-of-day",
                Map.of(
                        "hour",
                        labels.number((hour + 11) % 12 + 1),
                        "hour-of-day",
                        labels.number(hour),
                        "minute",
                        minute < 10 ? labels.number(0) + labels.number(minute) : labels.number(minute),
                        "half",
                        labels.text(hour < 12 ? "before-midday" : "after-midday")));
    }
}
