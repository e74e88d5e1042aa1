package org.waymark.schema;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.hours.DateRange;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DateRange.Yearly;

/**
 * Days as editors write them before hours: {@code 2026-12-24}, {@code 2026-12-24 to 2027-01-02}, or every year
 * {@code 25 December}, {@code 1 April to 30 September}.
 *
 * @param days empty if these end before they begin
 */
record DaysOfYear(Optional<DateRange> days) {
    private static final Pattern TO = Pattern.compile(" to | until | till | - ");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})");
    private static final int SHORTEST = 3;

    /** The days that a text names; empty if it names none. */
    static Optional<DaysOfYear> parse(String typed) {
        String[] parts = TO.split(DayNames.simplified(typed), 2);
        String last = parts[parts.length - 1];
        Optional<LocalDate> from = date(parts[0]);
        Optional<LocalDate> to = date(last);
        if (from.isPresent() && to.isPresent()) {
            return Optional.of(new DaysOfYear(
                    to.get().isBefore(from.get()) ? Optional.empty() : Optional.of(new Dated(from.get(), to.get()))));
        }
        Optional<MonthDay> beginning = monthDay(parts[0]);
        return beginning.flatMap(first ->
                monthDay(last).map(end -> new DaysOfYear(Optional.of(new Yearly(first, end)))));
    }

    private static Optional<LocalDate> date(String text) {
        return PartialDate.parse(text).flatMap(PartialDate::toDay);
    }

    private static Optional<MonthDay> monthDay(String text) {
        Matcher form = DAY.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(form.group(1));
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            boolean isIt = name.equals(form.group(2))
                    || (form.group(2).length() == SHORTEST && name.startsWith(form.group(2)));
            if (isIt && day >= 1 && day <= month.maxLength()) {
                return Optional.of(MonthDay.of(month, day));
            }
        }
        return Optional.empty();
    }
}
