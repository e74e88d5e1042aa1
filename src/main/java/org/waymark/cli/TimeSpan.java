package org.waymark.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** A number of days, weeks, months or years. */
record TimeSpan(int number, ChronoUnit unit) {
    static final TimeSpan DEFAULT = new TimeSpan(90, ChronoUnit.DAYS);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\s*([dwmy])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "m", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);

    /** The day that ends it when it begins on another. */
    LocalDate after(LocalDate day) {
        return day.plus(number, unit);
    }

    /** Reads {@code 90d}, {@code 12w}, {@code 3m} and {@code 1y}. */
    static final class Converter implements ITypeConverter<TimeSpan> {
        @Override
        public TimeSpan convert(String text) {
            Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!form.matches()) {
                throw new WrongValue(
                        "`--within` must be a number of days, weeks, months or years such as 90d, 12w, 3m or 1y,"
                                + " but found `" + text + "`");
            }
            return new TimeSpan(Integer.parseInt(form.group(1)), UNITS.getOrDefault(form.group(2), ChronoUnit.DAYS));
        }
    }
}
