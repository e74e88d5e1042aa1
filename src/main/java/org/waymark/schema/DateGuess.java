package org.waymark.schema;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The date that an editor probably meant by text in a format other than ISO 8601.
 *
 * @param isCertain whether no other reading is possible; {@code 03/04/2025} is one day in Britain and another in
 * America
 */
record DateGuess(PartialDate date, boolean isCertain) {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:[-./ ](\\d{1,2})[-./ ](\\d{4})|[./](\\d{1,2})[./](\\d{2}))");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-./ ](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})(?:([-./ \u2013\u2014])(\\d{1,2})(?:[-./ \u2013\u2014](\\d{1,2}))?|(\\d{2})(\\d{2}))");
    private static final Pattern IN_WORDS = Pattern.compile(
            "(?:(\\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?)?([a-z]{3,9})\\.?(?:[- ](\\d{1,2})(?:st|nd|rd|th)?)?,?[- ](\\d{4}|\\d{2})");
    /** A time of day after the date, which is ignored. */
    private static final Pattern TIME = Pattern.compile(
            "(?<=\\d)(?:t|,? (?:at )?)\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?(?: ?[ap]m|z|[+-]\\d{2}:?\\d{2})?$");

    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final int YEAR_LENGTH = 4;

    /** The day from which spreadsheets count, and their numbers for 1 January 2000 and 31 December 2049. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final Pattern DAY_NUMBER = Pattern.compile(
            "3652[6-9]|365[3-9]\\d|36[6-9]\\d{2}|3[7-9]\\d{3}|4\\d{4}|5[0-3]\\d{3}|54[0-6]\\d{2}|547[0-8]\\d");
    /** No date is longer, and normalising takes time. */
    private static final int LONGEST = 60;

    private static final Pattern NO_CHARACTER = Pattern.compile("[\\p{Cf}\"'`\u2018-\u201F\u00AB\u00BB]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]? ");

    /** Understands other orders and separators, day first as in Britain, names of months, and a time of day after the date. */
    static Optional<DateGuess> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(text);
        String day = TIME.matcher(plain).replaceFirst("");
        boolean isExact = day.length() < plain.length() || !plain.equals(text.toLowerCase(Locale.ROOT));
        if (isExact && day.length() > YEAR_LENGTH) {
            Optional<PartialDate> iso = PartialDate.parse(day);
            if (iso.isPresent()) {
                return guess(iso, true);
            }
        }
        return dayFirst(day)
                .or(() -> yearFirst(day))
                .or(() -> monthFirst(day))
                .or(() -> inWords(day))
                .or(() -> dayNumber(day));
    }

    /** The serial number of a date in a spreadsheet, perhaps with a fraction for the time. Few count from another day. */
    private static Optional<DateGuess> dayNumber(String text) {
        String whole = text.replaceFirst("\\.\\d+$", "");
        return DAY_NUMBER.matcher(whole).matches()
                ? guess(PartialDate.parse(DAY_0.plusDays(Long.parseLong(whole)).toString()), false)
                : Optional.empty();
    }

    /** Normalised: without quotation marks, variants of dashes, spaces and digits, and the day of the week. */
    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = NO_CHARACTER.matcher(plain).replaceAll("");
        plain = DASH.matcher(plain).replaceAll("-");
        plain = SPACE.matcher(plain).replaceAll(" ").strip();
        return WEEKDAY.matcher(plain).replaceFirst("");
    }

    private static Optional<DateGuess> dayFirst(String text) {
        Matcher date = DAY_FIRST.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        boolean hasCentury = date.group(3) != null;
        String year = hasCentury ? date.group(3) : "20" + date.group(5);
        String day = date.group(1);
        String month = date.group(hasCentury ? 2 : 4);
        int first = Integer.parseInt(day);
        int second = Integer.parseInt(month);
        if (second > MONTHS.size()) {
            return guess(parse(year, day, month), true); // as in America
        }
        // American dates have no dots.
        boolean isCertain = first > MONTHS.size() || first == second || text.indexOf('.') >= 0;
        return guess(parse(year, month, day), isCertain);
    }

    private static Optional<DateGuess> yearFirst(String text) {
        Matcher date = YEAR_FIRST.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        if (date.group(3) == null) {
            return guess(parse(date.group(1), date.group(5), date.group(6)), true);
        }
        // 2011/12 is a financial year rather than a December.
        int next = (Integer.parseInt(date.group(1)) + 1) % 100;
        boolean isTwoYears = date.group(4) == null && Integer.parseInt(date.group(3)) == next;
        if (date.group(4) != null && Integer.parseInt(date.group(3)) > MONTHS.size()) {
            return guess(parse(date.group(1), date.group(4), date.group(3)), true); // the day before the month
        }
        return guess(parse(date.group(1), date.group(3), date.group(4)), !isTwoYears);
    }

    private static Optional<DateGuess> monthFirst(String text) {
        Matcher date = MONTH_FIRST.matcher(text);
        return date.matches() ? guess(parse(date.group(2), date.group(1), null), true) : Optional.empty();
    }

    private static Optional<DateGuess> inWords(String text) {
        Matcher date = IN_WORDS.matcher(text);
        if (!date.matches() || (date.group(1) != null && date.group(3) != null)) {
            return Optional.empty();
        }
        int month = 1;
        while (month <= MONTHS.size() && !isMonth(date.group(2), MONTHS.get(month - 1))) {
            month++;
        }
        String day = date.group(1) == null ? date.group(3) : date.group(1);
        boolean hasCentury = date.group(4).length() == YEAR_LENGTH;
        String year = hasCentury ? date.group(4) : "20" + date.group(4);
        // "June 25" is a day as well.
        return hasCentury || day != null ? guess(parse(year, String.valueOf(month), day), true) : Optional.empty();
    }

    private static boolean isMonth(String word, String month) {
        return month.startsWith(word) || (word.equals("sept") && month.equals("september"));
    }

    private static Optional<DateGuess> guess(Optional<PartialDate> date, boolean isCertain) {
        return date.map(read -> new DateGuess(read, isCertain));
    }

    private static Optional<PartialDate> parse(String year, String month, @Nullable String day) {
        return PartialDate.parse(year + "-" + twoDigits(month) + (day == null ? "" : "-" + twoDigits(day)));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
