package org.waymark.check;

/** Tells web addresses from what else is in a file. */
final class Address {
    /** An address that is longer is none. */
    private static final int LONGEST = 2000;

    private Address() {}

    /** Whether a place is a part of a web address, in which digits mean nothing. */
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
