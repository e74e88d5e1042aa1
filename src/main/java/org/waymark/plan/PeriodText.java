package org.waymark.plan;

import java.util.Map;
import org.waymark.schema.Labels;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Period;

/** Periods as people write them. */
final class PeriodText {
    private PeriodText() {}

    /** {@code April 2018 to 2020}, {@code since 2018}, {@code until 2020}, {@code 2018} */
    static String of(Period period, Labels labels) {
        if (period.from().isEmpty()) {
            PartialDate to = period.to().orElseThrow();
            return labels.text("period-until", Map.of("to", labels.date(to)));
        }
        PartialDate from = period.from().get();
        if (period.to().isEmpty()) {
            return labels.text("period-since", Map.of("from", labels.date(from)));
        }
        PartialDate to = period.to().get();
        return from.equals(to)
                ? labels.date(from)
                : labels.text("period", Map.of("from", labels.date(from), "to", labels.date(to)));
    }
}
