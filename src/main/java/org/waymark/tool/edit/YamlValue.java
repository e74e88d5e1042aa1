package org.waymark.tool.edit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Writes single values as YAML, quoted only if necessary. */
final class YamlValue {
    /** Text that would be read as another type, or end early (YAML 1.2.2, section 7.3.3). */
    private static final Pattern NOT_PLAIN = Pattern.compile("(?s)"
            + "|-(\\s.*)?|[?:,\\[\\]{}#&*!|<>'\"%@`].*|(---|\\.\\.\\.).*" // indicators at the start
            + "|\\s.*|.*\\s|.*:|.*:\\s.*|.*\\s#.*" // spaces, and indicators next to spaces
            + "|.*[,\\[\\]{}].*" // indicators within a list in brackets
            + "|~|null|Null|NULL");

    private YamlValue() {}

    /** A value that is valid anywhere. */
    static String of(String text) {
        if (hasControl(text)) {
            return doubleQuoted(text);
        }
        return NOT_PLAIN.matcher(text).matches() ? singleQuoted(text) : text;
    }

    /** A value with the same quotes as the one it replaces. */
    static String inPlaceOf(String typed, String text) {
        if (typed.startsWith("\"") || hasControl(text)) {
            return doubleQuoted(text);
        }
        return typed.startsWith("'") ? singleQuoted(text) : of(text);
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        var typed = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                typed.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7F) {
                typed.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                typed.append((char) c);
            }
        });
        return typed.append('"').toString();
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    }
}
