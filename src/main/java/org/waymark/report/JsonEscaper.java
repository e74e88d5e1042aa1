package org.waymark.report;

import java.util.HexFormat;

/** Prevents printed JSON from affecting a terminal or GitHub's runner. Its meaning is unchanged. */
public final class JsonEscaper {
    private JsonEscaper() {}

    /**
     * The text with an escape in place of each character with an effect: invisible ones, format characters and
     * non-characters, and the bracket of {@code ##[…]}, which GitHub treats as a command wherever it occurs. They occur
     * only in strings, where every character may be escaped (RFC 8259, section 7).
     */
    public static String of(String json) {
        var safe = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < json.length(); ) {
            int c = json.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isActing(c) || (c == '[' && json.startsWith("##", i - 2))) {
                safe.append(json, copied, i);
                json.substring(i, next)
                        .chars()
                        .forEach(
                                unit -> safe.append("\\u").append(HexFormat.of().toHexDigits((char) unit)));
                copied = next;
            }
            i = next;
        }
        return copied == 0 ? json : safe.append(json, copied, json.length()).toString();
    }

    private static boolean isActing(int c) {
        if (c < 0x7F) {
            return false;
        }
        int type = Character.getType(c);
        return c <= 0x9F
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
