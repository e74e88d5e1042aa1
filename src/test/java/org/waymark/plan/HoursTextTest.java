package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.TestLabels;
import org.waymark.directory.Site;
import org.waymark.hours.BankHolidays;

class HoursTextTest {
    @Test
    void theModelGivesTheAnswersOfTheFixture() {
        var wrong = new TreeMap<String, String>();
        HoursFixture.all()
                .forEach(each -> each.answers().forEach((instant, answer) -> {
                    String said = each.openings().at(instant);
                    if (!said.equals(answer)) {
                        wrong.put(each.name() + " " + instant, said + ", not " + answer);
                    }
                }));
        assertEquals("{}", wrong.toString());
    }

    private static List<String> lines(String name, String today) {
        var calendar = new Site.Calendar(
                Optional.empty(), Optional.of(BankHolidays.ENGLAND_AND_WALES), List.of(), List.of(), List.of());
        var text = new HoursText(TestLabels.ENGLISH, calendar, LocalDate.parse(today));
        HoursFixture fixture = HoursFixture.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return text.lines(text.of(fixture.hours()));
    }

    @Test
    void saysDaysWithTheSameHoursOnce() {
        assertEquals(
                List.of(
                        "Monday to Friday: 9am to 12:30pm and 1:30pm to 5pm",
                        "Saturday: 10am to 1pm",
                        "Sunday: Closed",
                        "Bank holidays: Closed"),
                lines("office", "2026-01-01"));
        assertEquals(List.of("Every day: 10pm to 6am"), lines("night-shelter", "2026-01-01"));
        assertEquals(
                List.of(
                        "Tuesday: 8am to 9am",
                        "First and third Tuesday of the month: 8am to 2pm",
                        "Last Friday of the month: 4pm to midnight",
                        "Fifth Wednesday of the month: 9am to 10am"),
                lines("market", "2026-01-01"));
        assertEquals(
                List.of("Monday to Friday: Open 24 hours", "Saturday: midnight to midday", "Sunday: Closed"),
                lines("always", "2026-01-01"));
    }

    @Test
    void leavesOutWhatIsOver() {
        assertEquals(
                List.of(
                        "1 November to 28 February: Saturday and Sunday: 11am to 3pm",
                        "1 November to 28 February: Bank holidays: 11am to 1pm",
                        "The rest of the year: Every day: 10am to 6pm",
                        "Other hours: 24 December to 2 January: Closed",
                        "Other hours: 31 December 2026: 10pm to 1am",
                        "Other hours: 3 May 2027 to 9 May 2027: Closed",
                        "These hours end on 15 June 2034."),
                lines("garden", "2026-08-01"));
        assertEquals(5, lines("garden", "2027-06-01").size());
        assertEquals(
                "These hours begin on 1 March 2025.",
                lines("garden", "2025-01-01").get(7));
    }
}
