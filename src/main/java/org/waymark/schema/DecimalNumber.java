package org.waymark.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A number in digits, with a decimal point: {@code 2.5}. It keeps its decimals as typed.
 *
 * @param decimals the maximum number of digits after the point, up to {@value #MOST_DECIMALS}
 */
public record DecimalNumber(Optional<BigDecimal> least, Optional<BigDecimal> most, int decimals, String example)
        implements ScalarType<BigDecimal> {
    static final int MOST_DECIMALS = 6;

    private static final Pattern FORM = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,20})?");
    /** Thousands separators that can be read in only one way. */
    private static final Pattern GROUPED =
            Pattern.compile("([-\u2212]?)(\\d{1,3}(?:[, '\u2019\u00A0\u202F]\\d{3})++)(\\.\\d{1,20})?");
    /** A comma as a decimal separator, a sign, or a missing digit. */
    private static final Pattern OTHER = Pattern.compile("([-\u2212+]?)(\\d{0,12})(?:[.,\u00B7](\\d{1,20}))?");

    @Override
    public String expected() {
        String kind = decimals == 0 ? "a whole number in digits" : "a number in digits";
        return kind
                + least.map(number -> ", at least " + number.toPlainString()).orElse("")
                + most.map(number -> (least.isPresent() ? " and" : ",") + " at most " + number.toPlainString())
                        .orElse("")
                + (decimals == 0 ? "" : ", with up to " + decimals + " after the point");
    }

    @Override
    public Outcome<BigDecimal> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        Optional<BigDecimal> number = read(text);
        if (number.isPresent()) {
            return Outcome.of(number.get());
        }
        InvalidValue invalid = invalid(name, scalar);
        return meant(text)
                .map(BigDecimal::toPlainString)
                .map(guess -> invalid.help("did you mean `" + guess + "`?")
                        .fix(scalar.written()
                                .map(span -> Fix.change(
                                        span, guess, GROUPED.matcher(text).matches()))))
                .orElse(invalid)
                .outcome();
    }

    /** The number, if its form is correct and its value allowed. */
    Optional<BigDecimal> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean isAllowed = number.scale() <= decimals
                && least.filter(bound -> number.compareTo(bound) < 0).isEmpty()
                && most.filter(bound -> number.compareTo(bound) > 0).isEmpty();
        return isAllowed ? Optional.of(number) : Optional.empty();
    }

    /** The allowed number that text in another form probably means. */
    Optional<BigDecimal> meant(String text) {
        return digits(text).flatMap(this::read);
    }

    private static Optional<String> digits(String text) {
        Matcher grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            return Optional.of(sign(grouped.group(1))
                    + grouped.group(2).replaceAll("\\D", "")
                    + (grouped.group(3) == null ? "" : grouped.group(3)));
        }
        Matcher other = OTHER.matcher(text);
        if (!other.matches() || (other.group(2).isEmpty() && other.group(3) == null)) {
            return NumberGuess.of(text).map(NumberGuess::digits);
        }
        return Optional.of(sign(other.group(1))
                + (other.group(2).isEmpty() ? "0" : other.group(2))
                + (other.group(3) == null ? "" : "." + other.group(3)));
    }

    private static String sign(String typed) {
        return typed.isEmpty() || typed.equals("+") ? "" : "-";
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", decimals == 0 ? "integer" : "number");
        least.ifPresent(number -> schema.put("minimum", number));
        most.ifPresent(number -> schema.put("maximum", number));
        return schema;
    }
}
