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
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\s*([dwmy])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "m", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);

    static TimeSpan ofDays(int number) {
        return new TimeSpan(number, ChronoUnit.DAYS);
    }

    /** The last day of a span from this day. */
    LocalDate after(LocalDate day) {
        return day.plus(number, unit);
    }

    /** The first day of a span to this day. */
    LocalDate before(LocalDate day) {
        return day.minus(number, unit);
    }

    /** Reads {@code 90d}, {@code 12w}, {@code 3m} and {@code 1y}. */
    abstract static class TimeSpanConverter implements ITypeConverter<TimeSpan> {
        private final String option;

        TimeSpanConverter(String option) {
            this.option = option;
        }

        @Override
        public TimeSpan convert(String text) {
            Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!form.matches()) {
                throw new InvalidArgument("`" + option
                        + "` must be a number of days, weeks, months or years such as 90d, 12w, 3m or 1y,"
                        + " but found `" + text + "`");
            }
            return new TimeSpan(Integer.parseInt(form.group(1)), UNITS.getOrDefault(form.group(2), ChronoUnit.DAYS));
        }
    }
}
