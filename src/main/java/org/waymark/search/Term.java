package org.waymark.search;

import java.util.List;

/** A term while documents are counted: a number for the document at hand, and the documents so far. */
final class Term {
    private final String text;
    private final List<Synonyms.SynonymPhrase> phrases;
    private final Postings postings = new Postings();
    private int shownIn = -1;

    /** How much it says in the part of the document that is being counted. */
    double weight;

    /** How much it says in the best of several names. */
    double best;

    /** @param phrases those with synonyms that begin with it */
    Term(String text, List<Synonyms.SynonymPhrase> phrases) {
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

    /** Notes that readers see it in what they are shown of a document. */
    void addShown(int document, int impact) {
        postings.add(document, impact, true);
        shownIn = document;
    }

    /** Notes that it stands in the rest of a document. If readers are shown it there, that says enough. */
    void addHidden(int document, int impact) {
        if (shownIn != document) {
            postings.add(document, impact, false);
        }
    }
}
