package org.waymark.hours;

/**
 * A time during which something is open, in minutes from midnight at the beginning of a day.
 *
 * @param to up to 24 hours after {@code from}; above 1,440 on the day after
 */
public record Interval(int from, int to) {
    /** The minutes of a day without a clock change. */
    public static final int DAY = 24 * 60;

    /** The whole of a day. */
    public static final Interval WHOLE_DAY = new Interval(0, DAY);

    public Interval {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** Whether it ends after midnight. */
    public boolean endsNextDay() {
        return to > DAY;
    }

    /** Whether another one, which begins no earlier, begins before this one ends. */
    public boolean overlaps(Interval later) {
        return later.from < to;
    }

    /** {@code 9:00 to 17:00} */
    @Override
    public String toString() {
        return clock(from) + " to " + clock(to);
    }

    /** A time of day in 24 hours: {@code 9:00}. Midnight at the end of a day is {@code 24:00}. */
    public static String clock(int minutes) {
        int shown = minutes > DAY ? minutes - DAY : minutes;
        return shown / 60 + (shown % 60 < 10 ? ":0" : ":") + shown % 60;
    }
}
