package org.waymark.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hours of some days of the week.
 *
 * @param weeks in which weeks of a month: 1 for the first such day, up to 5, and {@link #LAST} for the last one; empty for
 *     every week
 * @param days at least one
 * @param intervals in order; empty if it is closed
 */
public record DayRule(SortedSet<Integer> weeks, Set<DayOfWeek> days, List<Interval> intervals) {
    /** The last week of a month, which comes after the numbered ones. */
    public static final int LAST = 6;

    public DayRule {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        intervals = List.copyOf(intervals);
    }

    public boolean isEveryWeek() {
        return weeks.isEmpty();
    }

    boolean isFor(LocalDate date) {
        return days.contains(date.getDayOfWeek())
                && (isEveryWeek()
                        || weeks.contains((date.getDayOfMonth() + 6) / 7)
                        || (weeks.contains(LAST) && date.getDayOfMonth() + 7 > date.lengthOfMonth()));
    }
}
