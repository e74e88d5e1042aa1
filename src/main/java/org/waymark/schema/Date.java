package org.waymark.schema;

import java.time.LocalDate;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A calendar date in ISO 8601 form. */
public record Date() implements DateType<LocalDate> {
    @Override
    public String expected() {
        return "a date such as " + example();
    }

    @Override
    public Outcome<LocalDate> decode(String name, Scalar scalar) {
        return PartialDate.parse(scalar.text().strip())
                .flatMap(PartialDate::toDay)
                .map(Outcome::of)
                .orElseGet(() -> correct(name, scalar, guess -> guess.toDay().isPresent()));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "format", "date");
    }
}
