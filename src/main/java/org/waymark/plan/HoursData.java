package org.waymark.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.directory.Site;
import org.waymark.hours.DateRange;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DateRange.Yearly;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Season;
import org.waymark.hours.SpecialDays;
import org.waymark.hours.Week;
import org.waymark.plan.HoursView.Live;
import org.waymark.schema.Labels;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/** Opening hours for the script that says whether something is open. It reads the same model and has no words of its own. */
final class HoursData {
    private static final List<String> SPOKEN = List.of(
            "closed-now", "open-now", "open-now-until", "opens-at", "opens-on-date", "opens-on-day", "opens-tomorrow");

    private final Labels labels;
    private final Site.Calendar calendar;
    private final LocalDate today;
    private final int years;
    private final IntFunction<String> time;

    /**
     * @param years of which the bank holidays are given, from that of today
     * @param time writes minutes after midnight
     */
    HoursData(Labels labels, Site.Calendar calendar, LocalDate today, int years, IntFunction<String> time) {
        this.labels = labels;
        this.calendar = calendar;
        this.today = today;
        this.years = years;
        this.time = time;
    }

    Optional<Live> of(OpeningHours hours) {
        return calendar.zone()
                .map(zone -> new Live(
                        Json.line(add(hours, shared(zone.getId(), hours.knowsBankHolidays()))),
                        Json.line(labels(hours))));
    }

    /** What the hours of all entries have in common; empty if the site has no time zone. */
    Optional<Members> shared() {
        return calendar.zone().map(zone -> shared(zone.getId(), true));
    }

    private Members shared(String zone, boolean hasBankHolidays) {
        Members members = Json.object().add("zone", zone);
        return hasBankHolidays
                ? members.add(
                        "holidays",
                        IntStream.range(today.getYear(), today.getYear() + years)
                                .mapToObj(calendar::bankHolidays)
                                .flatMap(days -> days.stream())
                                .map(LocalDate::toString)
                                .toList())
                : members;
    }

    /** The hours of an entry without what they have in common with others. */
    Members own(OpeningHours hours) {
        return add(hours, Json.object());
    }

    private Members add(OpeningHours hours, Members to) {
        Members members =
                to.add("from", hours.validFrom()).add("to", hours.validTo()).add("week", week(hours.week()));
        if (!hours.seasons().isEmpty()) {
            members.add(
                    "seasons",
                    hours.seasons().stream()
                            .map(season -> List.of(days(season.days()), week(season.week())))
                            .toList());
        }
        // Special hours of yesterday may last until after midnight.
        List<SpecialDays> special = hours.special().stream()
                .filter(each ->
                        !(each.days() instanceof Dated dated && dated.to().isBefore(today.minusDays(1))))
                .toList();
        if (!special.isEmpty()) {
            members.add(
                    "special",
                    special.stream()
                            .map(each -> List.of(days(each.days()), intervals(each.intervals())))
                            .toList());
        }
        return members;
    }

    private static Members week(Week week) {
        Members members = Json.object()
                .add(
                        "rules",
                        week.rules().stream()
                                .map(rule -> List.of(
                                        List.copyOf(rule.weeks()),
                                        rule.days().stream()
                                                .map(DayOfWeek::getValue)
                                                .toList(),
                                        intervals(rule.intervals())))
                                .toList());
        return members.add("holidays", week.bankHolidays().map(HoursData::intervals));
    }

    private static List<List<Integer>> intervals(List<Interval> intervals) {
        return intervals.stream().map(each -> List.of(each.from(), each.to())).toList();
    }

    /** Both ends, without a year if they are the same every year. */
    private static List<String> days(DateRange days) {
        return days instanceof Dated dated
                ? List.of(dated.from().toString(), dated.to().toString())
                : List.of(day(((Yearly) days).from()), day(((Yearly) days).to()));
    }

    /** {@code 12-24}, without the hyphens before it (ISO 8601 up to 2000). */
    private static String day(MonthDay day) {
        return day.toString().substring(2);
    }

    private Map<String, Object> labels(OpeningHours hours) {
        Map<String, Object> said = labels.forScript(SPOKEN, Map.of());
        Map<String, String> times = new TreeMap<>();
        weeks(hours)
                .flatMap(week ->
                        Stream.concat(week.rules().stream().map(DayRule::intervals), week.bankHolidays().stream()))
                .forEach(intervals -> addTimes(intervals, times));
        hours.special().forEach(each -> addTimes(each.intervals(), times));
        said.put("times", times);
        said.put("weekdays", labels.items("weekdays"));
        said.put("months", labels.items("months-in-dates"));
        said.putAll(labels.forScript(List.of("day-of-year"), Map.of()));
        return said;
    }

    private static Stream<Week> weeks(OpeningHours hours) {
        return Stream.concat(Stream.of(hours.week()), hours.seasons().stream().map(Season::week));
    }

    private void addTimes(List<Interval> intervals, Map<String, String> times) {
        for (Interval each : intervals) {
            times.put(Integer.toString(each.from()), time.apply(each.from()));
            int end = each.to() % Interval.DAY;
            times.put(Integer.toString(end), time.apply(end));
        }
    }
}
