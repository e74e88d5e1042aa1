package org.waymark.tool.links;

/** What a stranger's server says, in a form that can stand in a report. */
final class Hearsay {
    private static final int LONGEST = 120;

    private Hearsay() {}

    /** On one line, without control characters and backticks, and not too long. */
    static String of(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029`]+", " ")
                .strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
