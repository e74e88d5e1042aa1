package org.waymark.check;

/** Distinguishes web addresses from other text. */
final class Address {
    /** Longer text is not treated as an address. */
    private static final int LONGEST = 2000;

    private Address() {}

    /** Whether a position is within a web address, where digits mean nothing. */
    static boolean surrounds(String text, int at) {
        int start = at;
        while (start > Math.max(0, at - LONGEST)
                && !Character.isWhitespace(text.charAt(start - 1))
                && "<>\"'(".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String before = text.substring(start, at);
        return before.contains("://") || before.startsWith("www.");
    }
}
