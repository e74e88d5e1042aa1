package org.waymark.report;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keeps JSON that is printed from acting on a terminal or on GitHub's runner. It means the same as before to whoever reads it. */
public final class JsonEscaper {
    /**
     * What nobody sees but acts, which is formatting, or is not a character. It is only in strings, where every character may
     * be escaped (RFC 8259, section 7).
     */
    private static final Pattern ACTING =
            Pattern.compile("[\\u007F-\\u009F\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029]|(?<=##)\\[");

    private JsonEscaper() {}

    /** The text with each such character as its escape. GitHub takes {@code ##[…]} for a command wherever it is. */
    public static String of(String json) {
        return ACTING.matcher(json).replaceAll(found -> escapes(found.group()));
    }

    private static String escapes(String character) {
        var escapes = new StringBuilder();
        // Two backslashes are one in a replacement.
        character
                .chars()
                .forEach(unit -> escapes.append("\\\\u").append(HexFormat.of().toHexDigits((char) unit)));
        return escapes.toString();
    }
}
