package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A calendar date, a month or a year in ISO 8601 form. */
public record FlexibleDate() implements DateType<PartialDate> {
    @Override
    public String expected() {
        return "a date such as 2025-03-31, 2025-03 or 2025";
    }

    @Override
    public Outcome<PartialDate> decode(String name, Scalar scalar) {
        return PartialDate.parse(scalar.text().strip())
                .map(Outcome::of)
                .orElseGet(() -> correct(name, scalar, guess -> true));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", List.of("string", "integer"), "pattern", "^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$");
    }
}
