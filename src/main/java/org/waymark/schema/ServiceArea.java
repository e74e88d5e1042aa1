package org.waymark.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where people must live or be to use something.
 *
 * @param names of towns, districts, counties
 * @param postcodes areas or districts of postcodes: {@code HR1}
 * @param within how far from where it is offered
 */
public record ServiceArea(List<String> names, List<String> postcodes, Optional<Quantity> within) {
    private static final Field<List<String>> NAMES =
            Field.list("names", new Line(90, "Low Ford"), "towns, districts or counties, by name");
    private static final Field<List<String>> POSTCODES =
            Field.list("postcodes", new Postcode(false), "the beginnings of postcodes");
    private static final Field<Optional<Quantity>> WITHIN = Field.optional(
            "within",
            new QuantityType(
                    new DecimalNumber(
                            Optional.of(new BigDecimal("0.1")), Optional.of(BigDecimal.valueOf(1000)), 1, "10"),
                    List.of(new Unit("mile", "miles"), new Unit("km", "km")),
                    "10 miles"),
            "how far from where it is offered");

    /** The type of a field that holds one. */
    public static final FieldType<ServiceArea> TYPE = new Group<>(
            "the area",
            List.of(NAMES, POSTCODES, WITHIN),
            f -> new ServiceArea(f.get(NAMES), f.get(POSTCODES), f.get(WITHIN)));

    public ServiceArea {
        names = List.copyOf(names);
        postcodes = List.copyOf(postcodes);
    }
}
