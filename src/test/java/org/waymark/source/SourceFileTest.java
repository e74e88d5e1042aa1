package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    /** A bus, outside the Basic Multilingual Plane: one code point, two UTF-16 units, four bytes. */
    private static final String BUS = "\uD83D\uDE8C";

    @Test
    void readsUtf8() {
        assertEquals("café " + BUS, decode("café " + BUS).text());
        assertEquals(List.of(), decode("café " + BUS).malformed());
    }

    @Test
    void dropsAByteOrderMarkAtTheStartOnly() {
        SourceFile file = decode("\uFEFFa\uFEFFb");
        assertEquals("a\uFEFFb", file.text());
        assertEquals(new Position(1, 1), file.position(0));
        assertEquals("", decode("\uFEFF").text());
    }

    @Test
    void unifiesLineEnds() {
        assertEquals("a\nb\nc\n\nd\n", decode("a\r\nb\rc\n\r\nd\r\n").text());
        assertEquals("a\nb\n", SourceFile.of("f", "a\r\nb\r").text());
    }

    @Test
    void recordsBytesThatAreNotUtf8() {
        SourceFile file = SourceFile.decode("f", bytes('c', 0xE9, '!', 0xFF, 0xFE));
        assertEquals("c\uFFFD!\uFFFD\uFFFD", file.text());
        assertEquals(List.of(1, 3, 4), file.malformed());
    }

    @Test
    void recordsATruncatedCharacter() {
        SourceFile file = SourceFile.decode("f", bytes('a', 0xE2, 0x82));
        assertEquals("a\uFFFD", file.text());
        assertEquals(List.of(1), file.malformed());
    }

    @Test
    void refusesOverlongFormsAndLoneSurrogates() {
        assertEquals(0, SourceFile.decode("f", bytes(0xC0, 0xAF)).malformed().get(0));
        assertEquals(
                0, SourceFile.decode("f", bytes(0xED, 0xA0, 0x80)).malformed().get(0));
    }

    @Test
    void acceptsATypedReplacementCharacter() {
        assertEquals(List.of(), decode("a\uFFFD").malformed());
    }

    @Test
    void recordsOffsetsInTheNormalisedText() {
        SourceFile file = SourceFile.decode("f", bytes(0xEF, 0xBB, 0xBF, 'a', '\r', '\n', 'b', '\r', '\n', 0xE9));
        assertEquals("a\nb\n\uFFFD", file.text());
        assertEquals(List.of(4), file.malformed());
        assertEquals(new Position(3, 1), file.position(4));
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        SourceFile file = SourceFile.of("f", "ab\n\ncd");
        assertEquals(new Position(1, 1), file.position(0));
        assertEquals(new Position(1, 3), file.position(2));
        assertEquals(new Position(2, 1), file.position(3));
        assertEquals(new Position(3, 1), file.position(4));
        assertEquals(new Position(3, 3), file.position(6));
        assertEquals(3, file.lineCount());
    }

    @Test
    void countsColumnsInUtf16Units() {
        SourceFile file = SourceFile.of("f", "a" + BUS + "b");
        assertEquals(new Position(1, 4), file.position(3));
    }

    @Test
    void convertsOffsetsToPositionsAndBack() {
        SourceFile file = SourceFile.of("f", "one\n" + BUS + " two\n\nthree\n");
        for (int offset = 0; offset <= file.text().length(); offset++) {
            assertEquals(offset, file.offset(file.position(offset)));
        }
    }

    @Test
    void clampsPositionsToTheEnd() {
        SourceFile file = SourceFile.of("f", "ab\ncd");
        assertEquals(2, file.offset(new Position(1, 9)));
        assertEquals(5, file.offset(new Position(2, 9)));
        assertEquals(5, file.offset(new Position(9, 1)));
    }

    @Test
    void detectsPlainAscii() {
        assertTrue(decode("a\tb\nc ~").isPlainAscii());
        for (String unusual : List.of("\u00e9", "\r\n", "\u0000", "\u007f", "\ufeff", BUS)) {
            assertFalse(decode("a" + unusual).isPlainAscii());
        }
    }

    @Test
    void countsCodePointsLikeYaml() {
        SourceFile file = SourceFile.of("f", BUS + "a" + BUS + "b");
        assertEquals(0, file.offsetByCodePoints(0, 0));
        assertEquals(2, file.offsetByCodePoints(0, 1));
        assertEquals(3, file.offsetByCodePoints(0, 2));
        assertEquals(5, file.offsetByCodePoints(0, 3));
        assertEquals(5, file.offsetByCodePoints(2, 2));
        assertEquals(6, file.offsetByCodePoints(0, 99));
        assertEquals(3, SourceFile.of("f", "abc").offsetByCodePoints(1, 99));
    }

    @Test
    void returnsLinesWithoutTheirEnds() {
        SourceFile file = SourceFile.of("f", "ab\r\n\r\ncd\r\n");
        assertEquals("ab", file.line(1));
        assertEquals("", file.line(2));
        assertEquals("cd", file.line(3));
        assertEquals("", file.line(4));
        assertEquals("", file.line(5));
        assertEquals(4, file.lineCount());
    }

    @Test
    void makesSpansFromOffsets() {
        SourceFile file = SourceFile.of("f", "ab\ncd");
        assertEquals(new Span("f", new Position(1, 2), new Position(2, 2)), file.span(1, 4));
        assertEquals("f:1:2", file.span(1, 4).toString());
        assertEquals(file.span(3, 3), file.span(3, 1));
    }

    @Test
    void rejectsInvalidPositions() {
        var first = new Position(1, 1);
        var second = new Position(1, 2);
        assertThrows(IllegalArgumentException.class, () -> new Position(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Position(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Span("f", second, first));
    }

    @Test
    void isEqualByPathTextAndMalformedBytes() {
        assertEquals(SourceFile.of("f", "a\r\n"), decode("a\n"));
        assertEquals(SourceFile.of("f", "a\r\n").hashCode(), decode("a\n").hashCode());
        assertNotEquals(SourceFile.of("f", "a"), SourceFile.of("g", "a"));
        assertNotEquals(decode("\uFFFD"), SourceFile.decode("f", bytes(0xFF)));
    }

    private static SourceFile decode(String text) {
        return SourceFile.decode("f", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
