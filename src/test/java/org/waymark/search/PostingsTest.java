package org.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PostingsTest {
    @Test
    void areEncodedInOneToFourPlainCharacters() {
        int[] documents = {0, 1, 8, 300, 5_000, 90_000};
        for (int document : documents) {
            String text = written(document);
            assertTrue(text.length() <= 4, text);
            assertFalse(text.contains("\"") || text.contains("\\") || text.contains(" ") || text.contains("!"), text);
            assertTrue(text.chars().allMatch(c -> c > ' ' && c < 127), text);
        }
        assertEquals(1, written(0).length());
        assertEquals(2, written(100).length());
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
        var postings = new Postings();
        postings.add(document, 7, false);
        return text(postings);
    }

    private static String text(Postings postings) {
        var text = new StringBuilder();
        postings.writeTo(text);
        return text.toString();
    }
}
