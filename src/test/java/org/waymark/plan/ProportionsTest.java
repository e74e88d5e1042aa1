package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProportionsTest {
    @Test
    void zeroIsUnshadedAndTheMaximumIsDarkest() {
        assertEquals(0, Proportions.of(0, 0));
        assertEquals(0, Proportions.of(0, 12));
        assertEquals(1, Proportions.of(1, 12));
        assertEquals(4, Proportions.of(12, 12));
    }

    @Test
    void smallNumbersEqualTheirShade() {
        assertEquals(1, Proportions.of(1, 1));
        assertEquals(2, Proportions.of(2, 3));
    }

    @Test
    void theSmallestNumberHasAVisibleBar() {
        assertEquals(1, Proportions.percent(1, 10_000));
        assertEquals(100, Proportions.percent(7, 7));
        assertEquals(0, Proportions.percent(0, 7));
        assertEquals(0, Proportions.percent(0, 0));
    }
}
