package org.waymark.tool.data;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.hours.Interval;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Opening hours of Open Referral data as lines of an entry. */
final class ServiceHours {
    /** The columns that say when something is open, in the order of {@link #unified}. */
    static final List<String> COLUMNS = List.of(
            "freq",
            "byday",
            "opens_at",
            "closes_at",
            "valid_from",
            "valid_to",
            "notes",
            // Rules that lines of an entry cannot express.
            "interval",
            "count",
            "bymonthday",
            "byyearday",
            "byweekno");

    private static final int FIRST_RARE = 7;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2}).*");
    private static final Pattern DAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final int LONGEST_NOTE = 300;

    private ServiceHours() {}

    /** The columns of a schedule in one form: times without seconds, and nothing for what is usual. */
    static List<String> unified(List<String> schedule) {
        var unified = new ArrayList<String>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String text = schedule.get(i).strip();
            Matcher time = TIME.matcher(text);
            boolean isTime = COLUMNS.get(i).endsWith("s_at") && time.matches();
            boolean isUsual = COLUMNS.get(i).equals("interval") && text.equals("1");
            unified.add(
                    isTime
                            ? String.format(Locale.ROOT, "%02d:%s", Integer.parseInt(time.group(1)), time.group(2))
                            : isUsual ? "" : text);
        }
        return List.copyOf(unified);
    }

    /**
     * The lines for some schedules.
     *
     * @return empty if they cannot be expressed
     */
    static Optional<Value> of(List<List<String>> schedules, Span span) {
        Map<String, List<List<String>>> byTime = new LinkedHashMap<>();
        Map<String, List<String>> special = new LinkedHashMap<>();
        for (List<String> each : schedules) {
            if (isOfDays(each)) {
                String days = each.get(4).equals(each.get(5)) ? each.get(4) : each.get(4) + " to " + each.get(5);
                times(each.get(2), each.get(3))
                        .ifPresentOrElse(
                                times -> special.computeIfAbsent(days, key -> new ArrayList<>())
                                        .add(times),
                                () -> special.computeIfAbsent(days, key -> new ArrayList<>()));
                continue;
            }
            if (each.subList(FIRST_RARE, each.size()).stream().anyMatch(part -> !part.isEmpty())) {
                return Optional.empty();
            }
            byTime.computeIfAbsent(each.get(4) + "/" + each.get(5), key -> new ArrayList<>())
                    .add(each);
        }
        var lines = new ArrayList<Member>();
        for (Map.Entry<String, List<List<String>>> each : byTime.entrySet()) {
            Optional<List<Member>> week = week(each.getValue(), span);
            Optional<String> days = days(each.getKey(), byTime.size() == 1);
            if (week.isEmpty() || days.isEmpty()) {
                return Optional.empty();
            }
            if (days.get().isEmpty()) {
                lines.addAll(0, week.get());
            } else if (byTime.size() == 1) {
                lines.addAll(week.get());
                lines.add(line("valid", days.get(), span));
            } else {
                lines.add(new Member(new Scalar(days.get(), span), Optional.of(new Mapping(week.get(), span))));
            }
        }
        special.forEach(
                (days, times) -> lines.add(line(days, times.isEmpty() ? "closed" : String.join(" and ", times), span)));
        schedules.stream()
                .map(each -> each.get(6))
                .filter(note -> !note.isEmpty() && note.length() <= LONGEST_NOTE && note.indexOf('\n') < 0)
                .findFirst()
                .ifPresent(note -> lines.add(line("note", note, span)));
        return Optional.of(new Mapping(lines, span));
    }

    /** Whether it is about certain days, on which something is open at other times or closed. */
    private static boolean isOfDays(List<String> schedule) {
        boolean hasRule = !schedule.get(0).isEmpty() || !schedule.get(1).isEmpty();
        boolean hasTimes = !schedule.get(2).isEmpty() || !schedule.get(3).isEmpty();
        return !hasRule
                && !schedule.get(4).isEmpty()
                && !schedule.get(5).isEmpty()
                && (!hasTimes || times(schedule.get(2), schedule.get(3)).isPresent())
                && schedule.subList(FIRST_RARE, schedule.size()).stream().allMatch(String::isEmpty);
    }

    /** When hours are valid; for a season both days are needed. */
    private static Optional<String> days(String fromTo, boolean isAlone) {
        String[] days = fromTo.split("/", -1);
        if (days[0].isEmpty() && days[1].isEmpty()) {
            return Optional.of("");
        }
        if (days[0].isEmpty() || days[1].isEmpty()) {
            return isAlone
                    ? Optional.of(days[0].isEmpty() ? "until " + days[1] : "since " + days[0])
                    : Optional.empty();
        }
        return Optional.of(days[0] + " to " + days[1]);
    }

    /** The lines of a week: days with the same times are on one line. */
    private static Optional<List<Member>> week(List<List<String>> schedules, Span span) {
        Map<String, Set<String>> timesOfDay = new LinkedHashMap<>();
        for (List<String> each : schedules) {
            Optional<String> times = times(each.get(2), each.get(3));
            List<String> days = each.get(0).equals("DAILY") && each.get(1).isEmpty()
                    ? DAYS
                    : List.of(each.get(1).replace(" ", "").split(",", -1));
            if (times.isEmpty()) {
                return Optional.empty();
            }
            for (String day : days) {
                Matcher form = DAY.matcher(day);
                boolean isWeekly = !each.get(0).equals("MONTHLY");
                if (!form.matches()
                        || isWeekly != (form.group(1) == null)
                        || ordinal(form.group(1)).isEmpty()) {
                    return Optional.empty();
                }
                timesOfDay.computeIfAbsent(day, key -> new LinkedHashSet<>()).add(times.get());
            }
        }
        Map<String, List<String>> daysOfLine = new LinkedHashMap<>();
        timesOfDay.forEach((day, times) -> {
            // Weeks of a month are for one day of the week each: "first and third Tuesday".
            String group = day.length() > 2 ? day.substring(day.length() - 2) : "";
            daysOfLine
                    .computeIfAbsent(group + "/" + String.join(" and ", times), key -> new ArrayList<>())
                    .add(day);
        });
        var lines = new ArrayList<Member>();
        daysOfLine.forEach((key, days) -> lines.add(line(names(days), key.substring(key.indexOf('/') + 1), span)));
        return Optional.of(lines);
    }

    private static String names(List<String> days) {
        var byOrder = new TreeMap<Integer, String>();
        var ordinals = new ArrayList<String>();
        for (String day : days) {
            String name = day.substring(day.length() - 2);
            byOrder.put(DAYS.indexOf(name), name(name));
            if (day.length() > 2) {
                ordinals.add(ordinal(day.substring(0, day.length() - 2)).orElseThrow());
            }
        }
        return (ordinals.isEmpty() ? "" : String.join(" and ", ordinals) + " ")
                + String.join(" and ", byOrder.values());
    }

    private static String name(String day) {
        String name = DayOfWeek.of(DAYS.indexOf(day) + 1).name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The word for a week of a month; blank for every week, and empty if there is none. */
    private static Optional<String> ordinal(@Nullable String week) {
        if (week == null) {
            return Optional.of("");
        }
        int number = Integer.parseInt(week);
        return number == -1
                ? Optional.of("last")
                : number >= 1 && number <= ORDINALS.size() ? Optional.of(ORDINALS.get(number - 1)) : Optional.empty();
    }

    private static Optional<String> times(String opens, String closes) {
        Optional<Integer> from = minutes(opens);
        Optional<Integer> to = minutes(closes);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Interval.clock(from.get()) + " to " + Interval.clock(to.get() == 0 ? Interval.DAY : to.get()));
    }

    private static Optional<Integer> minutes(String time) {
        Matcher form = TIME.matcher(time);
        if (!form.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(form.group(1)) * 60 + Integer.parseInt(form.group(2));
        return minutes < Interval.DAY && Integer.parseInt(form.group(2)) < 60 ? Optional.of(minutes) : Optional.empty();
    }

    private static Member line(String key, String text, Span span) {
        return new Member(new Scalar(key, span), Optional.of(new Scalar(text, span)));
    }
}
