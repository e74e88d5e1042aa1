package org.waymark.plan;

/** The shade or bar length of a number relative to the largest of its kind. */
final class Proportions {
    private static final int DARKEST = 4;

    private Proportions() {}

    /**
     * 0 for none, otherwise 1 to 4. If the largest is small, each number is its own shade, so one never looks like
     * many.
     */
    static int of(int count, int most) {
        int scale = Math.max(most, DARKEST);
        return (int) ((DARKEST * (long) count + scale - 1) / scale);
    }

    /** A whole percentage up to 100, at least 1 for any number but 0. */
    static int percent(int count, int most) {
        if (count <= 0 || most <= 0) {
            return 0;
        }
        return (int) Math.max(1, Math.min(100, 100L * count / most));
    }
}
