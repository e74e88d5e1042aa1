package org.waymark.report;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Prevents printed JSON from affecting a terminal or GitHub's runner. Its meaning is unchanged. */
public final class JsonEscaper {
    /**
     * Invisible characters with an effect, format characters, and non-characters. They occur only in strings, where
     * every character may be escaped (RFC 8259, section 7).
     */
    private static final Pattern ACTING =
            Pattern.compile("[\\u007F-\\u009F\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029]|(?<=##)\\[");

    private JsonEscaper() {}

    /**
     * The text with each such character as its escape. GitHub treats {@code ##[…]} as a command wherever it occurs.
     */
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
