package org.waymark.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void formatsCounts() {
        assertEquals("no entries", Count.of(0, "entry", "entries"));
        assertEquals("1 entry", Count.of(1, "entry", "entries"));
        assertEquals("1,234,567 entries", Count.of(1_234_567, "entry", "entries"));
        assertEquals("999", Count.digits(999));
        assertEquals("1,000", Count.digits(1000));
        assertEquals("0 words", Count.inDigits(0, "word", "words"));
        assertEquals("2 errors and 1 warning", Count.findings(2, 1));
        assertEquals("1 error", Count.findings(1, 0));
        assertEquals("2 warnings", Count.findings(0, 2));
        assertEquals("", Count.findings(0, 0));
    }
}
