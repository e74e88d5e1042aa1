package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShadesTest {
    @Test
    void noneIsNeverShadedAndTheMostIsDarkest() {
        assertEquals(0, Shades.of(0, 0));
        assertEquals(0, Shades.of(0, 12));
        assertEquals(1, Shades.of(1, 12));
        assertEquals(4, Shades.of(12, 12));
    }

    @Test
    void smallNumbersAreTheirOwnShade() {
        assertEquals(1, Shades.of(1, 1));
        assertEquals(2, Shades.of(2, 3));
    }

    @Test
    void aBarShowsEvenTheSmallestNumber() {
        assertEquals(1, Shades.percent(1, 10_000));
        assertEquals(100, Shades.percent(7, 7));
        assertEquals(0, Shades.percent(0, 7));
        assertEquals(0, Shades.percent(0, 0));
    }
}
