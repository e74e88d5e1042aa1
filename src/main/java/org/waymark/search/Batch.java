package org.waymark.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.plan.SearchDocument;

/**
 * Scores the terms of some documents by BM25F: occurrences are weighted by field, and count less in longer fields.
 * The average lengths are constants, so the scores of a document depend on nothing else.
 *
 * <p>Visible and hidden words of a document are counted separately: for a small directory the browser counts the
 * visible ones itself, in the same way. Not thread-safe.
 */
final class Batch {
    private static final IndexedField NAME = new IndexedField(10, 0.5, 4);
    private static final IndexedField OTHER_NAME = new IndexedField(8, 0.5, 4);
    private static final IndexedField SUMMARY = new IndexedField(4, 0.4, 20);
    private static final IndexedField DETAILS = new IndexedField(4, 0.4, 8);
    private static final IndexedField HEADING = new IndexedField(3, 0.4, 6);
    private static final IndexedField TEXT = new IndexedField(1, 0.5, 200);

    /** The minimum scores for the impacts 1 to 7. */
    private static final double[] IMPACTS = {0.9, 2, 3.6, 6, 10, 16, 25};

    private final Synonyms synonyms;
    private final Map<String, IndexedTerm> terms = new HashMap<>();
    private final Analysis<IndexedTerm> analysis = new Analysis<>(this::term);
    private final List<IndexedTerm> counted = new ArrayList<>();

    Batch(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    /**
     * A field of a document.
     *
     * @param weight of one occurrence in a field of ordinary length
     * @param byLength how much the length matters, from 0 to 1 (b in BM25F)
     * @param length the average length, in stems
     */
    private record IndexedField(double weight, double byLength, int length) {
        double each(int stems) {
            return weight / (1 - byLength + byLength * stems / length);
        }
    }

    private IndexedTerm term(String stem) {
        return terms.computeIfAbsent(stem, text -> new IndexedTerm(text, synonyms.beginningWith(text)));
    }

    Map<String, IndexedTerm> terms() {
        return terms;
    }

    /** Counts a document. Numbers must increase. */
    void add(int number, SearchDocument document) {
        add(NAME, document.name());
        add(SUMMARY, document.summary());
        add(DETAILS, document.details());
        addBest(OTHER_NAME, document.otherNames());
        for (IndexedTerm term : counted) {
            term.addShown(number, impact(term.weight));
        }
        forget();
        add(TEXT, document.text());
        addBest(HEADING, document.headings());
        for (IndexedTerm term : counted) {
            term.addHidden(number, impact(term.weight));
        }
        forget();
    }

    private void forget() {
        for (IndexedTerm term : counted) {
            term.weight = 0;
        }
        counted.clear();
    }

    private static int impact(double weight) {
        int impact = 0;
        while (impact < IMPACTS.length && weight >= IMPACTS[impact]) {
            impact++;
        }
        return impact;
    }

    private void add(IndexedField field, String text) {
        List<IndexedTerm> read = analysis.read(text);
        double each = field.each(read.size());
        addMeanings(read);
        for (IndexedTerm term : read) {
            count(term, each);
        }
    }

    /** Only the best of several names counts, so having many does not help. */
    private void addBest(IndexedField field, List<String> texts) {
        var named = new ArrayList<IndexedTerm>();
        for (String text : texts) {
            List<IndexedTerm> read = analysis.read(text);
            double each = field.each(read.size());
            addMeanings(read);
            for (IndexedTerm term : read) {
                if (term.best == 0) {
                    named.add(term);
                }
                term.best = Math.max(term.best, each);
            }
        }
        for (IndexedTerm term : named) {
            count(term, term.best);
            term.best = 0;
        }
    }

    private void count(IndexedTerm term, double weight) {
        if (term.weight == 0) {
            counted.add(term);
        }
        term.weight += weight;
    }

    /** Adds the concepts of the phrases in a text to its terms. */
    private void addMeanings(List<IndexedTerm> read) {
        int size = read.size();
        for (int i = 0; i < size; i++) {
            List<Synonyms.SynonymPhrase> phrases = read.get(i).phrases();
            if (phrases.isEmpty()) {
                continue;
            }
            for (Synonyms.SynonymPhrase phrase : phrases) {
                if (phrase.occursAt(read, i, size)) {
                    read.add(term(phrase.concept()));
                }
            }
        }
    }
}
