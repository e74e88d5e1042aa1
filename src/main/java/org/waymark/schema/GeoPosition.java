package org.waymark.schema;

import java.math.BigDecimal;

/** A place on Earth in degrees (WGS 84): north and east are positive. */
public record GeoPosition(BigDecimal latitude, BigDecimal longitude) {
    /** As typed: {@code 52.0565, -2.7160} */
    @Override
    public String toString() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
