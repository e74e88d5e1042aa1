package org.waymark.tool.changes;

import org.waymark.markdown.Passage;

/** A word of a text. Equal to another if its letters are, wherever it stands. */
final class PlacedWord {
    private final Passage passage;
    private final int start;
    private final int end;
    private final String letters;

    /**
     * @param start its first character in the passage
     * @param end after its last
     */
    PlacedWord(Passage passage, int start, int end) {
        this.passage = passage;
        this.start = start;
        this.end = end;
        letters = passage.text().substring(start, end);
    }

    boolean isInSamePassage(PlacedWord other) {
        return passage == other.passage;
    }

    /** From this word to the end of a later one in the same passage, with the signs between them. */
    String to(PlacedWord last) {
        return passage.text().substring(start, last.end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlacedWord word && letters.equals(word.letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return letters;
    }
}
