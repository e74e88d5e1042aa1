package org.waymark.tool.changes;

/**
 * How the text of an entry changed, in words. Where no word did, its links or its layout changed.
 *
 * @param added words that are new
 * @param removed words that are gone
 * @param before how many there were
 * @param after how many there are
 * @param links whether links lead elsewhere or other pictures are shown
 */
public record TextChange(int added, int removed, int before, int after, boolean links) {
    /** Whether so much is different that single words say little. */
    public boolean isRewritten() {
        return before > 0 && after > 0 && added + removed > (before + after) / 2;
    }

    /** How much of the text as it is now was not there before, in per cent. */
    public int shareOfNew() {
        return after == 0 ? 0 : (int) Math.round(100.0 * added / after);
    }
}
