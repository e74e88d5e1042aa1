package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waymark.source.SourceFile;

final class ReadingAgeTest {
    private static OptionalInt age(String body) {
        return ReadingAge.of(
                Prose.parse(SourceFile.of("content/pages/a.md", body), 0).passages());
    }

    @Test
    void risesWithTheLengthOfWordsAndSentences() {
        // 3 letters in a word and 5 words in a sentence: below the first grade
        assertEquals(OptionalInt.of(5), age("The cat sat for two. ".repeat(12)));
        // 4.71 × 6 + 0.5 × 10 − 21.43 = 11.83, so the twelfth grade, which ends at 17
        assertEquals(
                OptionalInt.of(17),
                age("Sixsix sixsix sixsix sixsix sixsix sixsix sixsix sixsix sixsix sixsix. ".repeat(6)));
    }

    @Test
    void leavesOutHeadingsAndQuotations() {
        String text = "The cat sat for two. ".repeat(12);
        assertEquals(age(text), age("# Incomprehensibilities\n\n> Internationalisation notwithstanding.\n\n" + text));
    }

    @Test
    void saysNothingOfAFewWords() {
        assertEquals(OptionalInt.empty(), age("The cat sat for two."));
        assertEquals(OptionalInt.empty(), age(""));
    }
}
