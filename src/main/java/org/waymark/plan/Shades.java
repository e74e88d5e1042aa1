package org.waymark.plan;

/** How strongly a number is coloured, or how long its bar is, beside the largest of its kind. */
final class Shades {
    private static final int DARKEST = 4;

    private Shades() {}

    /** 0 for none, then 1 to 4. */
    static int of(int count, int most) {
        return most <= 0 ? 0 : (int) ((DARKEST * (long) count + most - 1) / most);
    }

    /** A whole percentage; something is never shown as nothing. */
    static int percent(int count, int most) {
        if (count <= 0 || most <= 0) {
            return 0;
        }
        return (int) Math.max(1, 100L * count / most);
    }
}
