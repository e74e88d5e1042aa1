package org.waymark.schema;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A date as precise as its source: a day, a month or a year (ISO 8601).
 *
 * @param month 1 to 12; empty if only the year is known
 * @param day 1 to 31; empty if only the month is known
 */
public record PartialDate(int year, OptionalInt month, OptionalInt day) {
    /** The lengths of a year, of a year and month, and of a day. */
    private static final int YEAR = 4;

    private static final int MONTH = 7;
    private static final int DAY = 10;

    /** Reads {@code 2018}, {@code 2018-03} or {@code 2018-03-09}; empty for anything else. */
    public static Optional<PartialDate> parse(String text) {
        boolean hasForm = text.length() == YEAR || text.length() == MONTH || text.length() == DAY;
        if (!hasForm || text.charAt(0) == '0') {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (i == YEAR || i == MONTH) ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return Optional.empty();
            }
        }
        int year = Integer.parseInt(text, 0, YEAR, 10);
        int month = text.length() > YEAR ? Integer.parseInt(text, YEAR + 1, MONTH, 10) : 1;
        int day = text.length() > MONTH ? Integer.parseInt(text, MONTH + 1, DAY, 10) : 1;
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(new PartialDate(
                year,
                text.length() > YEAR ? OptionalInt.of(month) : OptionalInt.empty(),
                text.length() > MONTH ? OptionalInt.of(day) : OptionalInt.empty()));
    }

    /** The day, if it is known. */
    Optional<LocalDate> toDay() {
        return month.isPresent() && day.isPresent()
                ? Optional.of(LocalDate.of(year, month.getAsInt(), day.getAsInt()))
                : Optional.empty();
    }

    /** The first day that it can refer to. */
    public LocalDate firstDay() {
        return LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    /** The last day that it can refer to. */
    public LocalDate lastDay() {
        YearMonth last = YearMonth.of(year, month.orElse(12));
        return last.atDay(day.orElse(last.lengthOfMonth()));
    }

    /** As it was typed. */
    public String iso() {
        var iso = new StringBuilder(DAY).append(year);
        month.ifPresent(m -> iso.append(m < 10 ? "-0" : "-").append(m));
        day.ifPresent(d -> iso.append(d < 10 ? "-0" : "-").append(d));
        return iso.toString();
    }
}
