package org.waymark.plan;

/** How strongly a number is coloured, or how long its bar is, beside the largest of its kind. */
final class Proportions {
    private static final int DARKEST = 4;

    private Proportions() {}

    /** 0 for none, then 1 to 4. Small numbers are their own shade, so that a single one never looks like many. */
    static int of(int count, int most) {
        int scale = Math.max(most, DARKEST);
        return (int) ((DARKEST * (long) count + scale - 1) / scale);
    }

    /** A whole percentage; something is never shown as nothing. */
    static int percent(int count, int most) {
        if (count <= 0 || most <= 0) {
            return 0;
        }
        return (int) Math.max(1, 100L * count / most);
    }
}
