package org.waymark.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
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
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:[-./ ](\\d{1,2})[-./ ](\\d{4})|[./](\\d{1,2})[./](\\d{2}))");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})(?:[-./ \u2013\u2014](\\d{1,2})(?:[-./ \u2013\u2014](\\d{1,2}))?|(\\d{2})(\\d{2}))");

    /** Reads {@code 2018}, {@code 2018-03} or {@code 2018-03-09}; empty for anything else. */
    public static Optional<PartialDate> parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length > 3 || parts[0].length() != 4 || parts[0].startsWith("0") || !isNumber(parts[0])) {
            return Optional.empty();
        }
        int[] numbers = {Integer.parseInt(parts[0]), 1, 1};
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() != 2 || !isNumber(parts[i])) {
                return Optional.empty();
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        try {
            LocalDate.of(numbers[0], numbers[1], numbers[2]);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of(new PartialDate(
                numbers[0],
                parts.length > 1 ? OptionalInt.of(numbers[1]) : OptionalInt.empty(),
                parts.length > 2 ? OptionalInt.of(numbers[2]) : OptionalInt.empty()));
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

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As it was typed. */
    public String iso() {
        var iso = new StringBuilder(String.format(java.util.Locale.ROOT, "%04d", year));
        month.ifPresent(m -> iso.append(m < 10 ? "-0" : "-").append(m));
        day.ifPresent(d -> iso.append(d < 10 ? "-0" : "-").append(d));
        return iso.toString();
    }
}
