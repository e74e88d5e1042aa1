package org.waymark.tool.links;

/** Text from an untrusted server, made safe for a report. */
final class SafeMessage {
    private static final int MAX_LENGTH = 120;

    private SafeMessage() {}

    /** On one line, without control characters and backticks, and not too long. */
    static String of(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029`]+", " ")
                .strip();
        return plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH) + "…";
    }
}
