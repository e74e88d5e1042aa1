package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A whole number from {@code least} to a billion, in digits only. */
public record WholeNumber(int least, String example) implements ScalarType<Integer> {
    private static final int MOST = 1_000_000_000;
    private static final int MOST_DIGITS = 10;
    /** Groups of three digits can be read in one way only. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([, ])\\d{3}(?:\\1\\d{3})*");

    @Override
    public String expected() {
        return "a whole number in digits, from " + least + " to a billion";
    }

    @Override
    public Outcome<Integer> decode(String name, Scalar scalar) {
        String digits = scalar.text().strip();
        if (isAllowed(digits)) {
            return Outcome.of(Integer.parseInt(digits));
        }
        String ungrouped = digits.replace(",", "").replace(" ", "");
        InvalidValue invalid = invalid(name, scalar);
        if (ungrouped.equals(digits) || !isDigits(ungrouped)) {
            return invalid.outcome();
        }
        Optional<Fix> fix = scalar.written()
                .filter(span -> isAllowed(ungrouped) && GROUPED.matcher(digits).matches())
                .map(span -> Fix.change(span, ungrouped, true));
        return invalid.help("write `" + ungrouped + "`").fix(fix).outcome();
    }

    private boolean isAllowed(String text) {
        if (!isDigits(text) || text.length() > MOST_DIGITS) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= MOST;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", least, "maximum", MOST);
    }
}
