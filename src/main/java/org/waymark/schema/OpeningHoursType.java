package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.hours.OpeningHours;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/**
 * Opening hours, with a line for each day or some days: {@code Monday to Friday: 9:00 to 17:00}. Other lines are for weeks of a
 * month, bank holidays, seasons and single days.
 */
public record OpeningHoursType() implements FieldType.CustomType<OpeningHours> {
    private static final String DAYS = "Monday to Friday";
    private static final String TIMES = "9:00 to 17:00";

    @Override
    public Outcome<OpeningHours> decode(String name, Value value) {
        return value instanceof Mapping mapping
                ? new OpeningHoursReader(name, mapping).read()
                : InvalidValue.expected(name, value, "lines of days with their hours")
                        .help("write each on a line of its own below `" + name + ":`, indented, such as `" + DAYS + ": "
                                + TIMES + "`")
                        .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> times = Map.of("type", "string", "examples", List.of(TIMES, "closed", "24 hours"));
        return Map.of(
                "type",
                "object",
                "minProperties",
                1,
                "properties",
                Map.of(
                        OpeningHoursReader.VALID,
                        new PeriodType().schema(),
                        OpeningHoursReader.NOTE,
                        Map.of("type", "string")),
                "additionalProperties",
                Map.of("anyOf", List.of(times, Map.of("type", "object", "additionalProperties", times))));
    }

    @Override
    public String example() {
        return "{" + DAYS + ": " + TIMES + ", Saturday: 10:00 to 13:00}";
    }
}
