package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.ShippedShapesTest;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.hours.Openings;
import org.waymark.plan.HoursFixture;

/** The script that says whether something is open gives the answers of the model. */
@Thorough("drives a browser")
class OpenNowTest {
    @TempDir
    static Path folder;

    /** Every instant at which something opens or closes. */
    private static final String CHANGES = """
            ([data, from, to]) => {
              const hours = waymarkHours(JSON.parse(data)), changes = [];
              let isOpen = hours.at(from).isOpen;
              for (let t = from; t < to;) {
                const state = hours.at(t);
                if (state.isOpen !== isOpen) { changes.push(t); isOpen = state.isOpen; }
                t = state.opening ? (state.isOpen ? state.opening.to : state.opening.from) : t + 90 * 86400000;
              }
              return changes;
            }""";

    /** Whether it is open in each minute, as ones and zeros. */
    private static final String MINUTES = """
            ([data, days]) => {
              const hours = waymarkHours(JSON.parse(data));
              return days.map((day) => {
                let text = "";
                for (let minute = 0; minute < 1440; minute++) text += hours.at(day + minute * 60000).isOpen ? "1" : "0";
                return text;
              }).join("");
            }""";

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Test
    void isRightForTenYears() throws IOException {
        // Sundays on which clocks change, the days before them, and the turn of a year.
        List<LocalDate> days = Stream.of(
                        "2026-03-28",
                        "2026-03-29",
                        "2026-10-24",
                        "2026-10-25",
                        "2026-12-31",
                        "2027-01-01",
                        "2026-10-03",
                        "2026-09-06")
                .map(LocalDate::parse)
                .toList();
        try (Page page = Chromium.get().newPage()) {
            page.evaluate(Files.readString(Path.of("templates/assets/hours.js")));
            for (HoursFixture fixture : HoursFixture.all()) {
                Openings openings = fixture.openings();
                double from = millis(HoursFixture.FIRST);
                double to = millis(HoursFixture.LAST.minusDays(3));
                var expected = new ArrayList<Instant>();
                openings.all().forEach(opening -> expected.addAll(List.of(opening.from(), opening.to())));
                var said = (List<?>) page.evaluate(CHANGES, List.of(fixture.data(), from, to));
                assertEquals(
                        expected.stream()
                                .filter(each -> each.toEpochMilli() > from && each.toEpochMilli() < to)
                                .toList(),
                        said.stream()
                                .map(each -> Instant.ofEpochMilli(((Number) each).longValue()))
                                .toList(),
                        fixture.name());
                var minutes = new StringBuilder();
                for (LocalDate day : days) {
                    for (int minute = 0; minute < 1440; minute++) {
                        Instant now = Instant.ofEpochMilli((long) millis(day)).plusSeconds(60L * minute);
                        minutes.append(openings.at(now).startsWith("open") ? 1 : 0);
                    }
                }
                assertEquals(
                        minutes.toString(),
                        page.evaluate(
                                MINUTES,
                                List.of(
                                        fixture.data(),
                                        days.stream().map(OpenNowTest::millis).toList())),
                        fixture.name());
            }
        }
    }

    @Test
    void findsWhatIsOpenAndWhatIsNear() throws IOException {
        BuiltSite.publish(
                BuiltSite.of(ShippedShapesTest.project("local-services"), TestProject.SETTINGS)
                        .files(),
                folder);
        var context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setGeolocation(52.0560, -2.7120)
                        .setPermissions(List.of("geolocation")));
        try (context;
                var server = new WebServer(folder, "/");
                Page page = context.newPage()) {
            // A Saturday on which two of three services are open.
            page.addInitScript("Date.now = () => Date.parse('2026-12-12T11:00:00Z')");
            page.navigate(server.url() + "services/");
            page.locator("#wm-open-now").check();
            assertThat(page).hasURL(server.url() + "services/?open=now");
            assertThat(page.locator(".finder-count")).hasText("2 services.");
            page.locator("#wm-nearest").click();
            assertThat(page.locator("#wm-list a").first()).hasText("Tool library");
            assertThat(page).hasURL(server.url() + "services/?open=now");
            assertEquals(List.of(), Axe.violations(page));
            assertThat(page.locator("#wm-nearest")).hasAttribute("aria-pressed", "true");
            for (String typed : new String[] {"mill lane", "ZZ1 2AB", "zz12"}) {
                page.locator("#wm-near").fill(typed);
                page.locator("#wm-near").press("Enter");
                assertThat(page.locator("#wm-list a").first()).hasText("Repair café");
            }
            page.locator("#wm-near").fill("boat house");
            page.locator("#wm-near").press("Enter");
            assertThat(page.locator("#wm-nearest-status")).hasText("Nearest to Boat House first.");
            assertThat(page.locator("#wm-list a").first()).hasText("Tool library");
            page.locator("#wm-near").fill("Atlantis");
            page.locator("#wm-near").press("Enter");
            assertThat(page.locator("#wm-nearest-status")).hasText("No place here is called Atlantis.");
            assertEquals(List.of(), Axe.violations(page));
            page.reload();
            assertThat(page.locator("#wm-list a")).hasText(new String[] {"Repair café", "Tool library"});
            page.locator("#wm-list a").first().click();
            assertThat(page.locator(".open-now")).hasText("Open now until 1pm");
            assertEquals(List.of(), Axe.violations(page));
        }
    }

    /** What a page says at some instants, whatever the zone of its reader. */
    @Test
    void saysWhenItOpensNext() throws IOException {
        Map<String, String> said = Map.of(
                "2026-11-28T09:30:00Z", "Open now until 1pm",
                "2026-11-28T08:30:00Z", "Closed now. Opens at 9am",
                "2026-11-27T08:30:00Z", "Closed now. Opens tomorrow at 9am",
                "2026-11-25T08:30:00Z", "Closed now. Opens on Saturday at 9am",
                "2026-11-28T23:30:00Z", "Closed now. Opens on 5 December at 9am",
                "2027-11-28T23:30:00Z", "Closed now");
        String data = "{\"zone\":\"Europe/London\",\"to\":\"2026-12-31\",\"week\":{\"rules\":[[[],[6],[[540,780]]]]}}";
        String labels =
                "{\"closed-now\":\"Closed now\",\"open-now\":\"Open now\",\"open-now-until\":[\"Open now until \",\"time\",\"\"],"
                        + "\"opens-at\":[\"Closed now. Opens at \",\"time\",\"\"],"
                        + "\"opens-tomorrow\":[\"Closed now. Opens tomorrow at \",\"time\",\"\"],"
                        + "\"opens-on-day\":[\"Closed now. Opens on \",\"day\",\" at \",\"time\",\"\"],"
                        + "\"opens-on-date\":[\"Closed now. Opens on \",\"date\",\" at \",\"time\",\"\"],"
                        + "\"day-of-year\":[\"\",\"day\",\" \",\"month\",\"\"],\"times\":{\"540\":\"9am\",\"780\":\"1pm\"},"
                        + "\"weekdays\":[\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\",\"Saturday\",\"Sunday\"],"
                        + "\"months\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"December\"]}";
        String script = Files.readString(Path.of("templates/assets/hours.js"));
        try (Page page = Chromium.get().newPage(new Browser.NewPageOptions().setTimezoneId("Pacific/Auckland"))) {
            for (Map.Entry<String, String> each : said.entrySet()) {
                page.setContent("<html lang=en-GB><body><p></p></body>");
                page.evaluate(
                        "([data, labels, now, script]) => { const p = document.querySelector('p'); p.dataset.hours = data;"
                                + " p.dataset.labels = labels; Date.now = () => Date.parse(now); eval(script); }",
                        List.of(data, labels, each.getKey(), script));
                assertEquals(each.getValue(), page.locator("p").textContent(), each.getKey());
            }
        }
    }
}
