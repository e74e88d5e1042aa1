package org.waymark.search;

import java.util.List;

/** A term during scoring: its score in the current document, and its postings so far. */
final class IndexedTerm {
    private final String text;
    private final List<Synonyms.SynonymPhrase> phrases;
    private final Postings postings = new Postings();
    private int shownIn = -1;

    /** Its score in the current document. */
    double weight;

    /** Its score in the best of several names. */
    double best;

    /** @param phrases the phrases with synonyms that begin with it */
    IndexedTerm(String text, List<Synonyms.SynonymPhrase> phrases) {
        this.text = text;
        this.phrases = phrases;
    }

    String text() {
        return text;
    }

    List<Synonyms.SynonymPhrase> phrases() {
        return phrases;
    }

    Postings postings() {
        return postings;
    }

    /** Records that it is visible in the current document. */
    void addShown(int document, int impact) {
        postings.add(document, impact, true);
        shownIn = document;
    }

    /** Records that it occurs in the hidden part of the current document, unless it is visible there too. */
    void addHidden(int document, int impact) {
        if (shownIn != document) {
            postings.add(document, impact, false);
        }
    }
}
