package org.waymark.search;

/** Writes a text as scripts and JSON have it. Shorter than most, since every reader loads it: it escapes only what it must. */
public final class ScriptText {
    private static final String HEX = "0123456789abcdef";

    private ScriptText() {}

    /** Appends a text in double quotes. */
    public static void append(StringBuilder script, String value) {
        script.append('"');
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isPlain(c) || (Character.isSurrogate(c) && isPaired(value, i))) {
                continue;
            }
            script.append(value, done, i);
            done = i + 1;
            if (c == '"' || c == '\\') {
                script.append('\\').append(c);
            } else {
                appendCode(script, c);
            }
        }
        // Most texts need no escape; whole, they are appended at once.
        if (done == 0) {
            script.append(value);
        } else {
            script.append(value, done, value.length());
        }
        script.append('"');
    }

    private static boolean isPlain(char c) {
        return c < 0x2028 ? c >= ' ' && c != '"' && c != '\\' : c > 0x2029 && !Character.isSurrogate(c);
    }

    private static void appendCode(StringBuilder script, char c) {
        script.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            script.append(HEX.charAt(c >> shift & 15));
        }
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
