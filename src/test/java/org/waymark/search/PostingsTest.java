package org.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PostingsTest {
    @Test
    void areEncodedInFewPlainCharacters() {
        int[] documents = {0, 1, 71, 72, 617, 618, 5_000, 33_741, 33_742, 90_000};
        for (int document : documents) {
            String text = written(document);
            assertTrue(text.length() <= 5, text);
            assertEquals(text.substring(1), written(document, 1));
            assertFalse(text.contains("\"") || text.contains("\\") || text.contains(" ") || text.contains("!"), text);
            assertTrue(text.chars().allMatch(c -> c > ' ' && c < 127), text);
        }
        assertEquals(1, written(71, 1).length());
        assertEquals(2, written(72, 1).length());
        assertEquals(3, written(618, 1).length());
        assertEquals(4, written(33_742, 1).length());
    }

    @Test
    void keepTheBestInDocumentOrder() {
        var postings = new Postings();
        for (int i = 0; i < 100; i++) {
            postings.add(i, i == 70 || i == 20 ? 5 : 1, false);
        }
        var expected = new Postings();
        expected.add(0, 1, false);
        expected.add(20, 5, false);
        expected.add(70, 5, false);
        assertEquals(text(expected), text(postings.best(3)));
    }

    @Test
    void leaveOutTheWeakestOfAnOrdinaryWordButCountThem() {
        var postings = new Postings();
        for (int i = 0; i < 10; i++) {
            postings.add(i, i == 7 ? 3 : 1, i < 2);
        }
        Postings kept = postings.withoutWeakest(4);
        assertEquals(10, kept.documents());
        var expected = new Postings();
        expected.add(0, 1, true);
        expected.add(1, 1, true);
        expected.add(2, 1, false);
        expected.add(7, 3, false);
        assertEquals(text(expected) + " 10", text(kept));
        var hidden = new StringBuilder();
        kept.writeHiddenTo(hidden);
        assertTrue(hidden.toString().endsWith(" 8"), hidden.toString());
    }

    @Test
    void omitVisibleTerms() {
        var postings = new Postings();
        postings.add(3, 2, true);
        postings.add(5, 2, false);
        var text = new StringBuilder();
        postings.writeHiddenTo(text);
        var expected = new Postings();
        expected.add(5, 2, false);
        assertEquals(text(expected), text.toString());
    }

    private static String written(int document) {
        return written(document, 7);
    }

    private static String written(int document, int impact) {
        var postings = new Postings();
        postings.add(document, impact, false);
        return text(postings);
    }

    private static String text(Postings postings) {
        var text = new StringBuilder();
        postings.writeTo(text, Integer.MAX_VALUE);
        return text.toString();
    }
}
