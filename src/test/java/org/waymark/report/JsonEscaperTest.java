package org.waymark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonEscaperTest {
    @Test
    void escapesOnlyCharactersWithAnEffect() {
        assertEquals(
                "{\"a\": \"\\u202e\\u0085\\ud800\\udb40\\udc41 ##\\u005b [é – 😀\\n\"}\n",
                JsonEscaper.of("{\"a\": \"\u202E\u0085\uD800\uDB40\uDC41 ##[ [é – 😀\\n\"}\n"));
    }
}
