package org.waymark.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waymark.hours.BankHolidays.ENGLAND_AND_WALES;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {
    /** The dates that GOV.UK lists. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            england-and-wales, 2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
            england-and-wales, 2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
            england-and-wales, 2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
            england-and-wales, 2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
            england-and-wales, 2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
            england-and-wales, 2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
            england-and-wales, 2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
            england-and-wales, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
            england-and-wales, 2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
            scotland, 2019, 01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26
            scotland, 2020, 01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28
            scotland, 2021, 01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28
            scotland, 2022, 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27
            """)
    void areThoseOfTheGovernment(String word, int year, String days) {
        BankHolidays holidays = Arrays.stream(BankHolidays.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList(),
                List.copyOf(holidays.in(year)));
    }

    @Test
    void easterIsASundayOfSpring() {
        for (int year = 1900; year < 2200; year++) {
            LocalDate easter = BankHolidays.easter(year);
            assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek());
            assertEquals(
                    true, !easter.isBefore(LocalDate.of(year, 3, 22)) && !easter.isAfter(LocalDate.of(year, 4, 25)));
        }
        assertEquals(LocalDate.of(2038, 4, 25), BankHolidays.easter(2038));
        assertEquals(8, ENGLAND_AND_WALES.in(2038).size());
    }
}
