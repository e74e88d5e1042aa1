package org.waymark.markdown;

import java.util.List;
import java.util.OptionalInt;

/**
 * The age at which pupils can read an English text with ease, by the automated readability index: it needs neither
 * syllables nor lists of difficult words, so nothing is guessed.
 *
 * @see <a href="https://apps.dtic.mil/sti/citations/AD0667273">Smith and Senter, Automated Readability Index, 1967</a>
 */
public final class ReadingAge {
    /** In a shorter text, a single long name would decide. */
    private static final int FEWEST_WORDS = 50;

    private static final int YOUNGEST = 5;

    private ReadingAge() {}

    /** The age; empty if the text is too short. Headings and quotations do not count. */
    public static OptionalInt of(List<Passage> passages) {
        int characters = 0;
        int words = 0;
        int sentences = 0;
        for (Passage passage : passages) {
            if (passage.kind() == Passage.Kind.PARAGRAPH || passage.kind() == Passage.Kind.ITEM) {
                sentences += passage.sentences().size();
                String text = passage.text();
                for (int at = Words.next(text, 0); at < text.length(); at = Words.next(text, Words.end(text, at))) {
                    words++;
                    characters += letters(text, at, Words.end(text, at));
                }
            }
        }
        if (words < FEWEST_WORDS) {
            return OptionalInt.empty();
        }
        double grade = 4.71 * characters / words + 0.5 * words / sentences - 21.43;
        // American pupils are five or six in the first grade.
        return OptionalInt.of(Math.max(YOUNGEST, (int) Math.ceil(grade) + YOUNGEST));
    }

    private static int letters(String text, int start, int end) {
        return (int) text.substring(start, end)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
    }
}
