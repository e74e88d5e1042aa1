package org.waymark.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.TestLabels;
import org.waymark.TestProject;
import org.waymark.content.ContentReader;
import org.waymark.directory.Site;
import org.waymark.hours.BankHolidays;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Openings;
import org.waymark.schema.OpeningHoursType;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;

/** One case of {@code hours/fixture.yaml}. */
public record HoursFixture(String name, ZoneId zone, OpeningHours hours, Map<Instant, String> answers) {
    public static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    public static final int YEARS = 10;
    public static final LocalDate LAST = FIRST.plusYears(YEARS).minusDays(1);

    public static List<HoursFixture> all() {
        try {
            SourceFile file = SourceFile.of(
                    "fixture.yaml",
                    Files.readString(TestProject.resource("/hours").resolve("fixture.yaml")));
            Mapping cases = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
            return cases.members().stream()
                    .map(each -> of(each.key().text(), (Mapping) each.value().orElseThrow()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HoursFixture of(String name, Mapping parts) {
        var answers = new LinkedHashMap<Instant, String>();
        ((Mapping) part(parts, "answers"))
                .members()
                .forEach(each -> answers.put(
                        Instant.parse(each.key().text()), ((Scalar) each.value().orElseThrow()).text()));
        var read = new OpeningHoursType().decode("hours", part(parts, "hours"));
        return new HoursFixture(
                name,
                ZoneId.of(((Scalar) part(parts, "zone")).text()),
                read.value().orElseThrow(() -> new AssertionError(read.diagnostics())),
                answers);
    }

    private static Value part(Mapping parts, String name) {
        return parts.member(name).orElseThrow().value().orElseThrow();
    }

    public Openings openings() {
        return Openings.between(hours, zone, BankHolidays.ENGLAND_AND_WALES, FIRST.minusDays(1), LAST);
    }

    /** What the page gives to the script, for all years. */
    public String data() {
        var calendar = new Site.Calendar(
                Optional.of(zone), Optional.of(BankHolidays.ENGLAND_AND_WALES), List.of(), List.of(), List.of());
        return new HoursData(TestLabels.ENGLISH, calendar, FIRST, YEARS, Integer::toString)
                .of(hours)
                .orElseThrow()
                .hours();
    }
}
