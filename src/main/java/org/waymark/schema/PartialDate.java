package org.waymark.schema;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as a source gives it: a day, a month or a year (ISO 8601).
 *
 * @param month 1 to 12; empty where only the year is known
 * @param day 1 to 31; empty where only the month is known
 */
public record PartialDate(int year, OptionalInt month, OptionalInt day) {
    /** The lengths of a year, of a year and month, and of a day. */
    private static final int YEAR = 4;

    private static final int MONTH = 7;
    private static final int DAY = 10;

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:[-./ ](\\d{1,2})[-./ ](\\d{4})|[./](\\d{1,2})[./](\\d{2}))");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})(?:[-./ \u2013\u2014](\\d{1,2})(?:[-./ \u2013\u2014](\\d{1,2}))?|(\\d{2})(\\d{2}))");

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

    /** What someone probably meant with numbers in another order or form; the day comes first, as in Britain. */
    static Optional<PartialDate> guess(String text) {
        Matcher date = DAY_FIRST.matcher(text);
        if (date.matches()) {
            return date.group(3) != null
                    ? of(date.group(3), date.group(2), date.group(1))
                    : of("20" + date.group(5), date.group(4), date.group(1));
        }
        date = YEAR_FIRST.matcher(text);
        if (date.matches()) {
            return date.group(2) != null
                    ? of(date.group(1), date.group(2), date.group(3))
                    : of(date.group(1), date.group(4), date.group(5));
        }
        return Optional.empty();
    }

    private static Optional<PartialDate> of(String year, String month, @Nullable String day) {
        return parse(year + "-" + twoDigits(month) + (day == null ? "" : "-" + twoDigits(day)));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** The day, where it is known. */
    Optional<LocalDate> toDay() {
        return month.isPresent() && day.isPresent()
                ? Optional.of(LocalDate.of(year, month.getAsInt(), day.getAsInt()))
                : Optional.empty();
    }

    /** As it was typed. */
    public String iso() {
        var iso = new StringBuilder(DAY).append(year);
        month.ifPresent(m -> iso.append(m < 10 ? "-0" : "-").append(m));
        day.ifPresent(d -> iso.append(d < 10 ? "-0" : "-").append(d));
        return iso.toString();
    }
}
