package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounTest {
    @ParameterizedTest
    @CsvSource({
        "Level of the course, false, level of the course",
        "NHS region, false, NHS region",
        "Saison, true, Saison",
        "\u00c5r, false, \u00e5r"
    })
    void writesALabelAsItIsInASentence(String label, boolean hasCapitals, String expected) {
        assertEquals(expected, Noun.ofLabels(label, label, hasCapitals).one());
    }
}
