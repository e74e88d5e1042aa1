package org.waymark.markdown;

import java.util.List;

/**
 * Finds the words that readers may want explained, while a body is rendered. It is called for one piece of text after
 * the
 * other, in reading order, except headings, links and code.
 */
@FunctionalInterface
public interface TermMarker {
    /** Marks nothing. */
    TermMarker NONE = (text, joinedBefore, joinedAfter) -> List.of();

    /**
     * The words to mark in a piece of text, in order, without overlaps.
     *
     * @param joinedBefore whether a word continues into the piece, as in {@code un*known*}
     * @param joinedAfter whether its last word continues after it
     */
    List<Mark> marks(String text, boolean joinedBefore, boolean joinedAfter);

    /**
     * A word or phrase to mark.
     *
     * @param start its first UTF-16 unit in the piece of text
     * @param end after its last
     * @param card the id of the element that explains it
     */
    record Mark(int start, int end, String card) {}
}
