package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A whole number from {@code least} to a billion, in digits only. */
public record WholeNumber(int least, String example) implements ScalarType<Integer> {
    private static final int MOST = 1_000_000_000;
    private static final int MOST_DIGITS = 10;

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
        InvalidValue invalid = invalid(name, scalar);
        return NumberGuess.of(digits)
                .filter(guess -> isAllowed(guess.digits()))
                .map(guess -> invalid.help(
                                guess.isCertain()
                                        ? "write `" + guess.digits() + "`"
                                        : "did you mean `" + guess.digits() + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, guess.digits(), guess.isCertain()))))
                .orElse(invalid)
                .outcome();
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
