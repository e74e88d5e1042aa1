package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.waymark.hours.BankHolidays;
import org.waymark.schema.AnyValue;
import org.waymark.schema.Date;
import org.waymark.schema.Field;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Noun;

/**
 * A directory's own calendar of bank holidays. It has the form of <a href="https://www.gov.uk/bank-holidays.json">GOV.UK's</a>, whose
 * JSON is YAML too, so that this can be stored as it is; elsewhere, its events are at the top.
 */
final class BankHolidayFile {
    /** The path of the file. */
    static final String PATH = "content/bank-holidays.yaml";

    private static final int LONGEST_NAME = 90;

    private static final Field<LocalDate> DATE = Field.required("date", new Date(), "the day");
    private static final Field<List<LocalDate>> EVENTS =
            Field.list("events", event(), "the bank holidays, each with its date");

    private static final Map<BankHolidays, Field<Optional<List<LocalDate>>>> DIVISIONS = divisions();

    /** The kind of the file. */
    static final Kind KIND = Kind.ofSettings(
            "bank-holidays",
            new Noun("calendar of bank holidays", "calendars of bank holidays", "a calendar of bank holidays"),
            new Kind.YamlFile(PATH),
            parts(),
            EVENTS);

    private BankHolidayFile() {}

    private static Group<LocalDate> event() {
        Field<Optional<String>> title =
                Field.optional("title", new Line(LONGEST_NAME, "New Year’s Day"), "the name of the bank holiday");
        return new Group<>(
                "a bank holiday",
                List.of(title, DATE, unread("notes", "remarks"), unread("bunting", "whether flags are flown")),
                f -> f.get(DATE));
    }

    /** A part of GOV.UK's file that says nothing about opening hours. */
    private static Field<?> unread(String name, String what) {
        return Field.optional(name, new AnyValue<>(), what);
    }

    private static Map<BankHolidays, Field<Optional<List<LocalDate>>>> divisions() {
        var divisions = new LinkedHashMap<BankHolidays, Field<Optional<List<LocalDate>>>>();
        for (BankHolidays division : BankHolidays.values()) {
            Field<List<LocalDate>> events =
                    Field.required("events", ListOf.nonEmpty(event()), "the bank holidays, each with its date");
            divisions.put(
                    division,
                    Field.optional(
                            division.word(),
                            new Group<>(
                                    "a part of the United Kingdom",
                                    List.of(unread("division", "its name"), events),
                                    f -> f.get(events)),
                            "the bank holidays of this part of the United Kingdom"));
        }
        return divisions;
    }

    private static List<Field<?>> parts() {
        var parts = new ArrayList<Field<?>>(DIVISIONS.values());
        parts.add(EVENTS);
        return parts;
    }

    /** The calendar of the settings, with the days of the file. */
    static Site.Calendar in(Entry file, Site.Calendar settings) {
        var days = new TreeSet<LocalDate>(file.get(EVENTS));
        settings.rule()
                .flatMap(rule -> Optional.ofNullable(DIVISIONS.get(rule)))
                .flatMap(file::get)
                .ifPresent(days::addAll);
        return new Site.Calendar(settings.zone(), settings.rule(), List.copyOf(days), settings.also(), settings.not());
    }
}
