package org.waymark.schema;

import java.math.BigDecimal;

/** A number of units, such as {@code 12 miles}. */
public record Quantity(BigDecimal number, Unit unit) {
    @Override
    public String toString() {
        return number.toPlainString() + " " + unit.after(number);
    }
}
