package org.waymark.hours;

import java.time.LocalDate;
import java.time.MonthDay;

/** Consecutive days. */
public sealed interface DateRange {
    boolean contains(LocalDate date);

    /** The range in a year, or the part of it that begins in that year; unchanged if it has years of its own. */
    Dated in(int year);

    /** The range that has not ended on a day, this year or the next; unchanged if it has years of its own. */
    default Dated from(LocalDate day) {
        Dated now = in(day.getYear());
        return now.to().isBefore(day) ? in(day.getYear() + 1) : now;
    }

    /** Certain days. */
    record Dated(LocalDate from, LocalDate to) implements DateRange {
        public Dated {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(to + " is before " + from);
            }
        }

        @Override
        public boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }

        @Override
        public Dated in(int year) {
            return this;
        }

        public boolean overlaps(Dated other) {
            return !other.to.isBefore(from) && !to.isBefore(other.from);
        }
    }

    /** The same days every year; if the end is before the beginning, it is in the year after. */
    record Yearly(MonthDay from, MonthDay to) implements DateRange {
        @Override
        public boolean contains(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            boolean isAfterBeginning = !day.isBefore(from);
            boolean isBeforeEnd = !day.isAfter(to);
            return to.isBefore(from) ? isAfterBeginning || isBeforeEnd : isAfterBeginning && isBeforeEnd;
        }

        @Override
        public Dated in(int year) {
            return new Dated(from.atYear(year), to.atYear(to.isBefore(from) ? year + 1 : year));
        }
    }
}
