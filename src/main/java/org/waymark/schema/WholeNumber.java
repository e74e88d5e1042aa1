package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A whole number from {@code least} to {@code most}, neither further from 0 than a billion, in digits only. */
public record WholeNumber(int least, int most, String example) implements ScalarType<Integer> {
    static final int MOST = 1_000_000_000;
    private static final int MOST_DIGITS = 10;

    /** A number up to a billion. */
    public WholeNumber(int least, String example) {
        this(least, MOST, example);
    }

    @Override
    public String expected() {
        return "a whole number in digits, from " + least + " to " + (most == MOST ? "a billion" : most);
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
        String digits = least < 0 && text.startsWith("-") ? text.substring(1) : text;
        if (!isDigits(digits) || digits.length() > MOST_DIGITS) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= most;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
}
