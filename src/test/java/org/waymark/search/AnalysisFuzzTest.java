package org.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;

/**
 * Turns any text into stems: the same with and without cached words and after another word, and a stem contains only
 * characters that a reader could type.
 */
@Timeout(60)
class AnalysisFuzzTest {
    private static final Analysis<String> USED = new Analysis<>(stem -> stem);

    @DictionaryFile(resourcePath = "/org/waymark/words.dict")
    @FuzzTest
    void readsAnything(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> stems = Analysis.stems(text);
        assertEquals(stems, USED.read(text));
        assertEquals(stems, Analysis.stems(asciiUpper(text)));
        assertTrue(stems.size() <= 4 * text.length(), () -> stems + " of " + text);
        for (String stem : stems) {
            assertTrue(!stem.isEmpty() && stem.codePoints().allMatch(Character::isLetterOrDigit), stem);
            assertTrue(stem.chars().noneMatch(c -> c >= 'A' && c <= 'Z'), stem);
        }
        // Separate words before, between and after change nothing.
        int middle = text.length() / 2;
        var parts = new ArrayList<String>(List.of("zebra"));
        parts.addAll(Analysis.stems(text.substring(0, middle)));
        parts.add("zebra");
        parts.addAll(Analysis.stems(text.substring(middle)));
        assertEquals(parts, Analysis.stems("zebra " + text.substring(0, middle) + " zebra " + text.substring(middle)));
    }

    private static String asciiUpper(String text) {
        var upper = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            upper.setCharAt(
                    i, c < 0x80 ? String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0) : c);
        }
        return upper.toString();
    }
}
