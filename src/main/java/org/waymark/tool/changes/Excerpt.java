package org.waymark.tool.changes;

/** Shortens long values. */
final class Excerpt {
    private static final int WIDEST = 160;
    /** How much to show before the first difference. */
    private static final int BEFORE = 40;

    private Excerpt() {}

    /** The beginning of a value. */
    static String of(String words) {
        return from(words, 0);
    }

    /** The part of a value that differs from another. */
    static String beside(String words, String other) {
        if (words.length() <= WIDEST && other.length() <= WIDEST) {
            return words;
        }
        int common = 0;
        while (common < Math.min(words.length(), other.length()) && words.charAt(common) == other.charAt(common)) {
            common++;
        }
        return from(words, Math.max(0, common - BEFORE));
    }

    private static String from(String words, int start) {
        int from = inside(words, start) ? start - 1 : start;
        int to = Math.min(words.length(), from + WIDEST);
        to = inside(words, to) ? to - 1 : to;
        return (from > 0 ? "…" : "") + words.substring(from, to) + (to < words.length() ? "…" : "");
    }

    /** Whether an offset is within a surrogate pair. */
    private static boolean inside(String words, int at) {
        return at > 0 && at < words.length() && Character.isLowSurrogate(words.charAt(at));
    }
}
