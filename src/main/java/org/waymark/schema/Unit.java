package org.waymark.schema;

import java.math.BigDecimal;

/**
 * What a quantity is measured in.
 *
 * @param one after 1: {@code mile}
 * @param many after other numbers: {@code miles}
 */
public record Unit(String one, String many) {
    /** Its form after a number. */
    public String after(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0 ? one : many;
    }
}
