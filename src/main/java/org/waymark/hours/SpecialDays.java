package org.waymark.hours;

import java.util.List;

/**
 * Days on which the usual hours do not apply.
 *
 * @param intervals of each of the days, in order; empty if it is closed
 */
public record SpecialDays(DateRange days, List<Interval> intervals) {
    public SpecialDays {
        intervals = List.copyOf(intervals);
    }
}
