package org.waymark.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.hours.Interval;

/**
 * Times as editors write them: {@code 9:00 to 12:30 and 14:00 to 17:00}, {@code 9am to 5pm}, {@code 22:00 to 6:00},
 * {@code closed}, {@code 24 hours}.
 *
 * @param intervals in order; empty if it is closed
 * @param fault what is wrong, if anything: the end of a sentence that begins with the name of the day
 * @param help how to fix it
 */
record TimesOfDay(List<Interval> intervals, Optional<String> fault, String help) {
    private static final String CLOCK = "(\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm)?|midday|noon|midnight)";
    private static final Pattern RANGE = Pattern.compile("(?:from |between )?" + CLOCK
            + "(?: to | until | till | and | ?- ?)" + CLOCK + "( (?:the )?next (?:day|morning))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?");
    /** Between two intervals, of which the second begins with a time and has a word or a hyphen before its end. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?: and |, and |, ?|; ?| & | \\+ )(?=(?:from )?(?:\\d|midday|noon|midnight)[^,;&+]*?(?: to | until | till |-))");

    private static final Pattern CLOSED = Pattern.compile("closed(?: all day)?|none|not open");
    private static final Pattern WHOLE_DAY = Pattern.compile("(?:open )?(?:24 hours(?: a day)?|all day)|24h|24/7");
    private static final int LONGEST = 200;
    private static final int NOON = 12 * 60;
    private static final String EXAMPLE =
            "write times as `9:00 to 17:00`, several as `9:00 to 12:30 and 14:00 to 17:00`, "
                    + "or `closed` or `24 hours`";

    /** The times in a text, or what is wrong with it. */
    static TimesOfDay parse(String typed) {
        String text = DayNames.simplified(typed);
        if (CLOSED.matcher(text).matches()) {
            return new TimesOfDay(List.of(), Optional.empty(), "");
        }
        if (WHOLE_DAY.matcher(text).matches()) {
            return new TimesOfDay(List.of(Interval.WHOLE_DAY), Optional.empty(), "");
        }
        if (text.length() > LONGEST) {
            return faulty("has no times that can be read: `" + InvalidValue.quoted(text) + "`", EXAMPLE);
        }
        var intervals = new ArrayList<Interval>();
        for (String part : BETWEEN.split(text, -1)) {
            TimesOfDay one = one(part);
            if (one.fault().isPresent()) {
                return one;
            }
            intervals.addAll(one.intervals());
        }
        intervals.sort(Comparator.comparingInt(Interval::from));
        return overlap(intervals)
                .map(fault -> faulty(
                        fault, "write one time from the earlier beginning to the later end, or correct one of them"))
                .orElseGet(() -> new TimesOfDay(List.copyOf(intervals), Optional.empty(), ""));
    }

    private static Optional<String> overlap(List<Interval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i - 1).overlaps(intervals.get(i))) {
                return Optional.of(
                        "has times that overlap: `" + intervals.get(i - 1) + "` and `" + intervals.get(i) + "`");
            }
        }
        return Optional.empty();
    }

    private static TimesOfDay one(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return faulty("has no times that can be read: `" + InvalidValue.quoted(text) + "`", EXAMPLE);
        }
        OptionalInt from = minutes(range.group(1), Optional.ofNullable(half(range.group(2))));
        OptionalInt to = minutes(range.group(2), Optional.empty());
        if (from.isEmpty() || to.isEmpty() || from.getAsInt() == Interval.DAY) {
            String wrong = from.isEmpty() || from.orElse(0) == Interval.DAY ? range.group(1) : range.group(2);
            return faulty(
                    "has a time that cannot be read: `" + wrong + "`",
                    "write hours and minutes, such as `9:00` or `17:30`, or `9am`");
        }
        return between(from.getAsInt(), to.getAsInt(), range.group(3) != null);
    }

    private static TimesOfDay between(int from, int to, boolean isNextDay) {
        if (to > from && !isNextDay) {
            return new TimesOfDay(List.of(new Interval(from, to)), Optional.empty(), "");
        }
        if (from == to) {
            return faulty("opens and closes at the same time", "if it never closes, write `24 hours`");
        }
        if (to > from) {
            return faulty("is open for more than a day", "write `24 hours` for each day on which it is always open");
        }
        int length = to + Interval.DAY - from;
        boolean isPlausible = isNextDay || to == 0 || (from >= NOON && length <= NOON);
        return isPlausible
                ? new TimesOfDay(List.of(new Interval(from, to + Interval.DAY)), Optional.empty(), "")
                : faulty(
                        "closes before it opens: `" + Interval.clock(from) + " to " + Interval.clock(to) + "`",
                        meant(from, to));
    }

    private static String meant(int from, int to) {
        String guess = to <= NOON && to + NOON > from
                ? Interval.clock(from) + " to " + Interval.clock(to + NOON)
                : Interval.clock(to) + " to " + Interval.clock(from);
        return "did you mean `" + guess + "`? If it closes on the day after, write `" + Interval.clock(from) + " to "
                + Interval.clock(to) + " next day`";
    }

    private static TimesOfDay faulty(String fault, String help) {
        return new TimesOfDay(List.of(), Optional.of(fault), help);
    }

    /** In "9 to 5pm", the half of the day of the end; a beginning without one is not read as that. */
    private static @Nullable String half(String text) {
        return text.endsWith("am") || text.endsWith("pm") ? text.substring(text.length() - 2) : null;
    }

    /** @param endHalf the half of the day that the end of the same range names */
    private static OptionalInt minutes(String text, Optional<String> endHalf) {
        switch (text) {
            case "midday", "noon" -> {
                return OptionalInt.of(NOON);
            }
            case "midnight" -> {
                return OptionalInt.of(0);
            }
            default -> {}
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return OptionalInt.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        String half = time.group(3);
        boolean isAmbiguous =
                half == null && (time.group(2) == null || (endHalf.isPresent() && hour <= 12 && hour > 0));
        if (minute > 59 || isAmbiguous || (half == null ? hour > 24 : hour > 12 || hour == 0)) {
            return OptionalInt.empty();
        }
        if (half != null) {
            return OptionalInt.of(hour % 12 * 60 + minute + ("pm".equals(half.toLowerCase(Locale.ROOT)) ? NOON : 0));
        }
        return hour == 24 && minute > 0 ? OptionalInt.empty() : OptionalInt.of(hour * 60 + minute);
    }
}
