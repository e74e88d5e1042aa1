package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;

/**
 * How the text of an entry changed, in words. If no word did, its links or its layout changed.
 *
 * @param added the number of new words
 * @param removed the number of removed words
 * @param before the old number of words
 * @param after the new number of words
 * @param passages the words that differ, with a few words around them, in order; empty if the text is too different
 * @param links whether link targets or images changed
 */
public record TextChange(int added, int removed, int before, int after, List<Passage> passages, boolean links) {
    /**
     * Words that differ.
     *
     * @param before absent if words were only added
     * @param after absent if words were only removed
     */
    public record Passage(Optional<String> before, Optional<String> after) {}

    public TextChange {
        passages = List.copyOf(passages);
    }

    /** Whether too much changed for individual words to be of interest. */
    public boolean isRewritten() {
        return before > 0 && after > 0 && added + removed > (before + after) / 2;
    }

    /** The percentage of the current text that is new. */
    public int shareOfNew() {
        return after == 0 ? 0 : (int) Math.round(100.0 * added / after);
    }
}
