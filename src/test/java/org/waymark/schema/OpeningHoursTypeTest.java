package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.hours.BankHolidays;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;

/** How editors may write opening hours, and what is reported. */
class OpeningHoursTypeTest {
    private static Outcome<OpeningHours> decode(String yaml) {
        SourceFile file = SourceFile.of(
                "entry.yaml",
                "hours:" + (yaml.startsWith(" ") ? "" : "\n  ")
                        + yaml.replace(";; ", "\n    ").replace("; ", "\n  ") + "\n");
        Mapping mapping = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
        return new OpeningHoursType()
                .decode("hours", mapping.members().get(0).value().orElseThrow());
    }

    private static String on(OpeningHours hours, String date) {
        return hours.on(LocalDate.parse(date), BankHolidays.ENGLAND_AND_WALES).stream()
                .map(Interval::toString)
                .collect(Collectors.joining(", "));
    }

    /** 2026-10-05 is a Monday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Monday: 9:00 to 17:00                      | 2026-10-05 | 9:00 to 17:00
            Monday: 9:00 to 17:00                      | 2026-10-06 | ''
            Monday: 9am to 5pm                         | 2026-10-05 | 9:00 to 17:00
            Mondays: 9.30am - midday                   | 2026-10-05 | 9:30 to 12:00
            Mon-Fri: 09:00-17:00                       | 2026-10-09 | 9:00 to 17:00
            Mon, Wed and Fri: 09:00–17:00              | 2026-10-07 | 9:00 to 17:00
            Monday – Friday: 09:00 – 12:30 and 14:00 – 17:00 | 2026-10-07 | 9:00 to 12:30, 14:00 to 17:00
            monday: 14:00 to 17:00, 9:00 to 12:30      | 2026-10-05 | 9:00 to 12:30, 14:00 to 17:00
            Saturday to Monday: 10:00 to 11:00         | 2026-10-04 | 10:00 to 11:00
            weekends: 10:00 to 11:00                   | 2026-10-04 | 10:00 to 11:00
            every day: 24 hours                        | 2026-10-04 | 0:00 to 24:00
            Friday: 20:00 to 2:00                      | 2026-10-09 | 20:00 to 2:00
            Friday: 18:00 to midnight                  | 2026-10-09 | 18:00 to 24:00
            Friday: 6:00 to 24:00                      | 2026-10-09 | 6:00 to 24:00
            Friday: 18:00 to 9:00 next day             | 2026-10-09 | 18:00 to 9:00
            first Tuesday of the month: 9:00 to 10:00  | 2026-10-06 | 9:00 to 10:00
            first Tuesday: 9:00 to 10:00               | 2026-10-13 | ''
            2nd and last Tuesday: 9:00 to 10:00        | 2026-10-13 | 9:00 to 10:00
            2nd and last Tuesday: 9:00 to 10:00        | 2026-10-27 | 9:00 to 10:00
            last Tuesday: 9:00 to 10:00                | 2026-10-20 | ''
            Tuesday: 9:00 to 17:00; first Tuesday: closed | 2026-10-06 | ''
            Monday: 9:00 to 17:00; bank holidays: closed | 2026-08-31 | ''
            Monday: 9:00 to 17:00                      | 2026-08-31 | 9:00 to 17:00
            Monday: 9:00 to 17:00; 5 October: 10:00 to 11:00 | 2026-10-05 | 10:00 to 11:00
            Monday: 9:00 to 17:00; 2026-10-05: closed  | 2026-10-05 | ''
            Monday: 9:00 to 17:00; 5 October: closed; 2026-10-05: 8:00 to 9:00 | 2026-10-05 | 8:00 to 9:00
            Monday: 9:00 to 17:00; 2026-10-01 to 2026-10-07: closed | 2026-10-05 | ''
            Monday: 9:00 to 17:00; 1 October to 31 March:;; Monday: 10:00 to 15:00 | 2026-10-05 | 10:00 to 15:00
            Monday: 9:00 to 17:00; 1 October to 31 March:;; Monday: 10:00 to 15:00 | 2027-02-01 | 10:00 to 15:00
            Monday: 9:00 to 17:00; 1 October to 31 March:;; Monday: 10:00 to 15:00 | 2027-04-12 | 9:00 to 17:00
            Monday: 9:00 to 17:00; valid: until 2026-10-04 | 2026-10-05 | ''
            Monday: 9:00 to 17:00; valid: 2026-10 to 2026-12 | 2026-10-05 | 9:00 to 17:00
            """)
    void knowsTheHoursOfADay(String yaml, String date, String times) {
        Outcome<OpeningHours> read = decode(yaml);
        assertEquals(List.of(), read.diagnostics());
        assertEquals(times, on(read.value().orElseThrow(), date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tuesday: 17:00 to 9:00                     | `Tuesday` closes before it opens: `17:00 to 9:00` | did you mean `17:00 to 21:00`?
            Tuesday: 9:00 to 5:00                      | closes before it opens     | did you mean `9:00 to 17:00`?
            Tuesday: 9:00 to 5pm                       | cannot be read: `9:00`     | or `9am`
            Tuesday: 9 to 5                            | cannot be read: `9`        | hours and minutes
            Tuesday: 9:00 to 9:00                      | opens and closes at the same time | write `24 hours`
            Tuesday: 9:00 to 25:00                     | cannot be read: `25:00`    | hours and minutes
            Tuesday: 9:00 to 12:75                     | cannot be read: `12:75`    | hours and minutes
            Tuesday: 9:00 to 17:00 next day            | for more than a day        | `24 hours`
            Tuesday: 9:00 to 13:00 and 12:00 to 17:00  | times that overlap: `9:00 to 13:00` and `12:00 to 17:00` | correct one
            Tuesday: mornings                          | has no times               | `9:00 to 17:00`
            Tuesday: [9:00 to 17:00]                   | in one line                | several times
            Tuesday:                                   | has no hours               | write `closed`
            Tusday: 9:00 to 17:00                      | is not a day               | did you mean `Tuesday`?
            on demand: 9:00 to 17:00                   | is not a day               | days such as
            Monday to Friday: 9:00 to 17:00; Friday: 9:00 to 12:00 | `Friday` has hours twice | give each day
            first Friday: 9:00 to 17:00; first Fri: 9:00 to 12:00 | `first Friday` has hours twice | give each day
            Friday: 20:00 to 2:00; Saturday: 1:00 to 3:00 | `Friday` closes at 2:00, after `Saturday` opens at 1:00 | end the first
            2026-10-09 to 2026-10-01: closed           | ends before it begins      | check the years
            2026-10-01 to 2026-10-09: closed; 2026-10-09: 9:00 to 10:00 | these days have hours twice | once
            24 December to 2 January: closed; 1 January: 9:00 to 10:00 | these days have hours twice | once
            2027-01-05: closed; valid: until 2026-12   | valid `until 2026-12`, and these days are not | correct the days
            1 April to 30 June:;; Monday: 9:00 to 10:00; 1 June to 31 August:;; Monday: 9:00 to 11:00 | overlaps with another | once
            1 April to 30 June:;; Monday: 11:00 to 10:00 | closes before it opens   | did you mean
            valid: 2026-12 to 2026-01                  | ends before it begins      | check it
            ' 9 to 5'                                  | lines of days              | Monday to Friday
            ' {}'                                      | has no hours               | Monday to Friday
            """)
    void reportsWhatAClerkWould(String yaml, String message, String help) {
        List<Diagnostic> found = decode(yaml).diagnostics();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).message().contains(message), found.toString());
        assertTrue(found.get(0).help().orElse("").contains(help), found.toString());
    }

    @Test
    void itsExampleIsValid() {
        assertEquals(List.of(), decode(" " + new OpeningHoursType().example()).diagnostics());
    }
}
