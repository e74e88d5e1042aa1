package org.waymark.schema;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A number of days, weeks, months or years. */
public record TimeSpan(int number, ChronoUnit unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\s*([dwmy])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "m", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);

    public static TimeSpan ofDays(int number) {
        return new TimeSpan(number, ChronoUnit.DAYS);
    }

    /** Reads {@code 90d}, {@code 12w}, {@code 3m} and {@code 1y}. */
    public static Optional<TimeSpan> parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return form.matches()
                ? Optional.of(new TimeSpan(
                        Integer.parseInt(form.group(1)), UNITS.getOrDefault(form.group(2), ChronoUnit.DAYS)))
                : Optional.empty();
    }

    /** The last day of a span from this day. */
    public LocalDate after(LocalDate day) {
        return day.plus(number, unit);
    }

    /** The first day of a span to this day. */
    public LocalDate before(LocalDate day) {
        return day.minus(number, unit);
    }

    /** A span as typed, of a day or more. */
    record Type() implements ScalarType<TimeSpan> {
        @Override
        public String expected() {
            return "a number of days, weeks, months or years such as 90d, 12w, 3m or 1y";
        }

        @Override
        public Outcome<TimeSpan> decode(String name, Scalar scalar) {
            return parse(scalar.text())
                    .filter(span -> span.number() > 0)
                    .map(Outcome::of)
                    .orElseGet(() -> invalid(name, scalar)
                            .help("write a number, and d, w, m or y without a space")
                            .outcome());
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string", "pattern", "^0*[1-9]\\d{0,3}[dwmyDWMY]$");
        }

        @Override
        public String example() {
            return "90d";
        }
    }
}
