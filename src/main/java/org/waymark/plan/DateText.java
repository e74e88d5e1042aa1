package org.waymark.plan;

import java.time.LocalDate;
import java.util.List;
import org.waymark.schema.PartialDate;

/**
 * A date for people and for machines.
 *
 * @param iso ISO 8601, as precise as is known
 * @param words as people in Britain write it: {@code 9 March 2018}
 */
public record DateText(String iso, String words) {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    public static DateText of(LocalDate date) {
        return new DateText(
                date.toString(),
                date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear());
    }

    /** The month of a day: {@code March 2018}. */
    public static DateText ofMonth(LocalDate date) {
        return new DateText(
                date.toString().substring(0, 7), MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear());
    }

    public static DateText of(PartialDate date) {
        var words = new StringBuilder();
        date.day().ifPresent(day -> words.append(day).append(' '));
        date.month().ifPresent(month -> words.append(MONTHS.get(month - 1)).append(' '));
        return new DateText(date.iso(), words.append(date.year()).toString());
    }
}
