package org.waymark.schema;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.hours.DayRule;

/**
 * Days of the week as editors write them: {@code Monday to Friday}, {@code first and third Tuesday of the month}.
 *
 * @param weeks as in {@link DayRule}
 */
record DayNames(SortedSet<Integer> weeks, Set<DayOfWeek> days) {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "last");
    private static final List<String> NUMERALS = List.of("1st", "2nd", "3rd", "4th", "5th", "last");
    private static final String ORDINAL = "(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)";
    private static final String AND = "(?: and | & | \\+ |, and |, ?| ?/ ?)";
    private static final Pattern FORM = Pattern.compile("(?:(?:every |the |each )?(" + ORDINAL + "(?:" + AND
            + "(?:the )?" + ORDINAL + "){0,6}) )?(.+?)(?: (?:of|in) (?:the|each|every) month)?");
    private static final Pattern RANGE = Pattern.compile("(\\S+)(?: to | until | till |-| - )(\\S+)");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 120;

    private static final Map<String, Set<DayOfWeek>> GROUPS = Map.of(
            "every day", EnumSet.allOf(DayOfWeek.class),
            "daily", EnumSet.allOf(DayOfWeek.class),
            "all week", EnumSet.allOf(DayOfWeek.class),
            "weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            "weekends", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    /** The days that a text names; empty if it names none. */
    static Optional<DayNames> parse(String typed) {
        String text = simplified(typed);
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        return days(form.group(2)).map(days -> new DayNames(weeks(Optional.ofNullable(form.group(1))), days));
    }

    /** In lower case, with single spaces and short hyphens. */
    static String simplified(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?[\u2013\u2014] ?", " to ");
    }

    private static SortedSet<Integer> weeks(Optional<String> ordinals) {
        var weeks = new TreeSet<Integer>();
        ordinals.stream().flatMap(text -> List.of(text.split(AND)).stream()).forEach(each -> {
            String word = each.replaceFirst("^the ", "");
            weeks.add(1 + Math.max(ORDINALS.indexOf(word), NUMERALS.indexOf(word)));
        });
        return weeks;
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        Set<DayOfWeek> group = GROUPS.get(text);
        if (group != null) {
            return Optional.of(group);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(AND, -1)) {
            Matcher range = RANGE.matcher(part);
            Optional<DayOfWeek> from = day(range.matches() ? range.group(1) : part);
            Optional<DayOfWeek> to = range.matches() ? day(range.group(2)) : from;
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            for (DayOfWeek day = from.get(); day != to.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(to.get());
        }
        return Optional.of(days);
    }

    /** {@code Monday}, {@code Mondays} or {@code Mon}. */
    private static Optional<DayOfWeek> day(String word) {
        String name = word.replaceFirst("\\.$", "");
        for (DayOfWeek day : DayOfWeek.values()) {
            String whole = day.name().toLowerCase(Locale.ROOT);
            if (name.equals(whole) || name.equals(whole + "s") || (name.length() >= SHORTEST && isShort(name, whole))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static boolean isShort(String name, String whole) {
        return name.length() <= whole.length() - SHORTEST + 1
                && (whole.startsWith(name)
                        || (name.endsWith("s") && whole.startsWith(name.substring(0, name.length() - 1))));
    }

    /** {@code Monday}, {@code first Tuesday}: each day with each week, for messages. */
    static Map<String, DayOfWeek> named(int week, Set<DayOfWeek> days) {
        var names = new LinkedHashMap<String, DayOfWeek>();
        days.forEach(day -> names.put(week == 0 ? name(day) : ORDINALS.get(week - 1) + " " + name(day), day));
        return names;
    }

    static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
