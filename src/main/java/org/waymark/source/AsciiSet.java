package org.waymark.source;

/**
 * Which ASCII characters a text contains. What is not there need not be searched for.
 *
 * @param low a bit for each of the first 64
 * @param high a bit for each of the others
 * @param isAll whether the text contains no other characters
 */
record AsciiSet(long low, long high, boolean isAll) {
    private static final int HALF = 64;
    private static final int SIZE = 2 * HALF;

    /** The invisible characters, except for tab and line feed. */
    private static final long CONTROLS = (1L << ' ') - 1 & ~(1L << '\t' | 1L << '\n');

    private static final char DELETE = '\u007F';

    static AsciiSet of(byte[] utf8) {
        long low = 0;
        long high = 0;
        boolean isAll = true;
        for (byte b : utf8) {
            if (b >= HALF) {
                high |= 1L << b;
            } else if (b >= 0) {
                low |= 1L << b;
            } else {
                isAll = false;
            }
        }
        return new AsciiSet(low, high, isAll);
    }

    static AsciiSet of(String text) {
        long low = 0;
        long high = 0;
        boolean isAll = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < HALF) {
                low |= 1L << c;
            } else if (c < SIZE) {
                high |= 1L << c;
            } else {
                isAll = false;
            }
        }
        return new AsciiSet(low, high, isAll);
    }

    boolean has(char c) {
        return ((c < HALF ? low : high) & 1L << c) != 0;
    }

    /** Whether the text is of ASCII graphic characters, spaces, tabs and line feeds only. */
    boolean isPlain() {
        return isAll && (low & CONTROLS) == 0 && !has(DELETE);
    }
}
