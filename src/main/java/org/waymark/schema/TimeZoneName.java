package org.waymark.schema;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A time zone by its name in the tz database, such as {@code Europe/London}. */
public record TimeZoneName() implements ScalarType<ZoneId> {
    @Override
    public String expected() {
        return "the name of a time zone such as " + example();
    }

    @Override
    public Outcome<ZoneId> decode(String name, Scalar scalar) {
        String typed = scalar.text().strip();
        List<String> known = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
        if (known.contains(typed)) {
            return Outcome.of(ZoneId.of(typed));
        }
        Optional<String> guess = DidYouMean.question(typed, known);
        return invalid(name, scalar)
                .help(guess.orElse("write its continent and a city, with a slash between them"))
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String example() {
        return "Europe/London";
    }
}
