package org.waymark.plan;

import java.math.BigDecimal;
import java.util.Map;
import org.waymark.schema.Labels;
import org.waymark.schema.Quantity;
import org.waymark.source.SizeLimit;

/** Numbers as people write them, with decimals, below zero or with a unit. */
final class NumberText {
    private NumberText() {}

    /** {@code 1,200.50}, with the decimals that it has. */
    static String of(BigDecimal number, Labels labels) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = labels.numbers().write(Long.parseLong(point < 0 ? digits : digits.substring(0, point)));
        String text = point < 0
                ? whole
                : labels.text(
                        "decimal-number",
                        Map.of("whole", whole, "decimals", labels.numbers().digits(digits.substring(point + 1))));
        return number.signum() < 0 ? labels.text("number-below-zero", Map.of("number", text)) : text;
    }

    /** {@code 120 kB} */
    static String of(SizeLimit.Rounded size, Labels labels) {
        return size.unit() == SizeLimit.Unit.BYTES
                ? labels.text("bytes", Map.of("count", size.number().intValue()))
                : labels.text(
                        size.unit() == SizeLimit.Unit.KILOBYTES ? "kilobytes" : "megabytes",
                        Map.of("number", of(size.number(), labels)));
    }

    /** {@code 12 miles} */
    static String of(Quantity quantity, Labels labels) {
        return labels.text(
                "amount",
                Map.of(
                        "number",
                        of(quantity.number(), labels),
                        "unit",
                        quantity.unit().after(quantity.number())));
    }
}
