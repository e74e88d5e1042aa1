package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", " =1+1", "\uFF1D1+1", "@a", "'=1+1", "\ta"})
    void protectsWhatASpreadsheetWouldComputeAndGivesItBack(String text) {
        String cell = CsvLine.of(List.of(text)).strip();
        assertEquals("'" + text, cell);
        assertEquals(text, CsvLine.unprotected(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "'a", "a @ b", "0123"})
    void writesOtherTextsAsTheyAre(String text) {
        assertEquals(text, CsvLine.of(List.of(text)).strip());
        assertEquals(text, CsvLine.unprotected(text));
    }
}
