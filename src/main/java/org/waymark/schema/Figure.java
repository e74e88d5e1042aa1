package org.waymark.schema;

import java.util.List;
import org.waymark.source.Span;

/**
 * A number that readers should see first, and what it counts.
 *
 * @param valueSpan the location of the number
 * @param labelSpan the location of the words
 */
public record Figure(String value, String label, Span valueSpan, Span labelSpan) {
    private static final Field<String> VALUE =
            Field.required("value", new Line(40, "3,600"), "the number, as readers should see it");
    private static final Field<String> LABEL =
            Field.required("label", new Line(120, "appointments offered in a month"), "what it counts");

    /** The type of a field that holds one. */
    public static final FieldType<Figure> TYPE = new Group<>(
            "a figure",
            List.of(VALUE, LABEL),
            f -> new Figure(
                    f.get(VALUE), f.get(LABEL), f.origin().of(VALUE), f.origin().of(LABEL)));
}
