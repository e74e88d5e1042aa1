package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.waymark.directory.Site;
import org.waymark.hours.DayRule;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Season;
import org.waymark.hours.Week;

/** The rules of opening hours in the words of iCalendar are for the days on which these are open: ical4j is the judge. */
class ScheduleTest {
    private static final Site.Calendar CALENDAR =
            new Site.Calendar(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    private static OpeningHours only(DayRule rule) {
        return new OpeningHours(
                Optional.empty(),
                Optional.empty(),
                new Week(List.of(rule), Optional.empty()),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void everyRuleIsForTheSameDaysOfTenYears() {
        int rules = 0;
        for (HoursFixture fixture : HoursFixture.all()) {
            List<DayRule> all = Stream.concat(
                            Stream.of(fixture.hours().week()),
                            fixture.hours().seasons().stream().map(Season::week))
                    .flatMap(week -> week.rules().stream())
                    .filter(rule -> !rule.intervals().isEmpty())
                    .toList();
            for (DayRule rule : all) {
                OpeningHours hours = only(rule);
                Schedule.Recurrence words = Schedule.of(hours, CALENDAR, HoursFixture.FIRST)
                        .get(0)
                        .rule()
                        .orElseThrow();
                var recur = new Recur<LocalDate>("FREQ=" + words.frequency() + ";BYDAY=" + words.days());
                List<LocalDate> expected =
                        recur.getDates(HoursFixture.FIRST, HoursFixture.FIRST, HoursFixture.LAST.plusDays(1)).stream()
                                .filter(day -> !day.isAfter(HoursFixture.LAST))
                                .sorted()
                                .toList();
                assertEquals(
                        expected,
                        HoursFixture.FIRST
                                .datesUntil(HoursFixture.LAST.plusDays(1))
                                .filter(day -> !hours.on(day, date -> false).isEmpty())
                                .toList(),
                        fixture.name() + " " + words);
                rules++;
            }
        }
        assertTrue(rules > 5, "rules: " + rules);
    }
}
