package org.waymark.plan;

import java.time.LocalDate;
import org.waymark.schema.Labels;
import org.waymark.schema.PartialDate;

/**
 * A date for people and for machines.
 *
 * @param iso ISO 8601, as precise as is known
 * @param words as people write it: {@code 9 March 2018}
 */
public record DateText(String iso, String words) {
    static DateText of(LocalDate date, Labels labels) {
        return new DateText(date.toString(), labels.date(date));
    }

    /** The month of a day: {@code March 2018}. */
    static DateText ofMonth(LocalDate date, Labels labels) {
        return new DateText(date.toString().substring(0, 7), labels.month(date.getMonthValue(), date.getYear()));
    }

    static DateText of(PartialDate date, Labels labels) {
        return new DateText(date.iso(), labels.date(date));
    }
}
