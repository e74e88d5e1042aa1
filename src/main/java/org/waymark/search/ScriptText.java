package org.waymark.search;

/** Writes a text as scripts and JSON have it. Shorter than most, since every reader loads it: it escapes only what it must. */
public final class ScriptText {
    private static final String HEX = "0123456789abcdef";

    private ScriptText() {}

    /** Appends a text in double quotes. */
    public static void append(StringBuilder script, CharSequence value) {
        script.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                script.append('\\').append(c);
            } else if (c < ' ' || c == 0x2028 || c == 0x2029 || (Character.isSurrogate(c) && !isPaired(value, i))) {
                script.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    script.append(HEX.charAt(c >> shift & 15));
                }
            } else {
                script.append(c);
            }
        }
        script.append('"');
    }

    private static boolean isPaired(CharSequence value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
