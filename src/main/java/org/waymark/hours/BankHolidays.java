package org.waymark.hours;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The bank holidays of a part of the United Kingdom, as GOV.UK lists them: a holiday at a weekend counts on the working
 * day that replaces it. They follow from the Banking and Financial Dealings Act 1971 and custom, except for those
 * proclaimed for one year; the ones proclaimed since 2011 are listed here, and a directory adds others itself.
 */
public enum BankHolidays implements Predicate<LocalDate> {
    ENGLAND_AND_WALES("england-and-wales"),
    SCOTLAND("scotland"),
    NORTHERN_IRELAND("northern-ireland");

    private static final Set<LocalDate> PROCLAIMED = Set.of(
            LocalDate.of(2011, 4, 29),
            LocalDate.of(2012, 6, 5),
            LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19),
            LocalDate.of(2023, 5, 8));

    private final String word;

    BankHolidays(String word) {
        this.word = word;
    }

    /** Its name in settings, which is that of GOV.UK's data. */
    public String word() {
        return word;
    }

    @Override
    public boolean test(LocalDate date) {
        return in(date.getYear()).contains(date);
    }

    /** All of a year, in order. */
    public SortedSet<LocalDate> in(int year) {
        var days = new TreeSet<LocalDate>();
        if (this == SCOTLAND) {
            days.addAll(twoWorkingDays(LocalDate.of(year, 1, 1)));
            days.add(workingDay(LocalDate.of(year, 11, 30)));
            days.add(LocalDate.of(year, 8, 1).with(firstInMonth(MONDAY)));
        } else {
            days.add(workingDay(LocalDate.of(year, 1, 1)));
            days.add(easter(year).plusDays(1));
            days.add(LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY)));
        }
        if (this == NORTHERN_IRELAND) {
            days.add(workingDay(LocalDate.of(year, 3, 17)));
            days.add(workingDay(LocalDate.of(year, 7, 12)));
        }
        days.add(easter(year).minusDays(2));
        days.add(earlyMay(year));
        days.add(spring(year));
        days.addAll(twoWorkingDays(LocalDate.of(year, 12, 25)));
        PROCLAIMED.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    /** On the 75th anniversary of the end of the war, the holiday was moved to it. */
    private static LocalDate earlyMay(int year) {
        return year == 2020
                ? LocalDate.of(year, 5, 8)
                : LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY));
    }

    /** For the jubilees of 2012 and 2022, the holiday was moved into June. */
    private static LocalDate spring(int year) {
        return switch (year) {
            case 2012 -> LocalDate.of(year, 6, 4);
            case 2022 -> LocalDate.of(year, 6, 2);
            default -> LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY));
        };
    }

    private static LocalDate workingDay(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** A day and the one after it, or what replaces them. */
    private static List<LocalDate> twoWorkingDays(LocalDate first) {
        LocalDate day = workingDay(first);
        LocalDate next = day.plusDays(1);
        return List.of(day, workingDay(next));
    }

    /** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
