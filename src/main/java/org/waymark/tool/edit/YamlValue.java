package org.waymark.tool.edit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Writes single values as YAML, quoted only if necessary. */
public final class YamlValue {
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

    /** A value as written in braces or brackets. */
    public static String inBrackets(Optional<Value> value) {
        if (value.orElse(null) instanceof Mapping mapping) {
            return mapping.members().stream()
                    .map(member -> of(member.key().text()) + ": " + inBrackets(member.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.orElse(null) instanceof Sequence list) {
            return list.items().stream()
                    .map(item -> inBrackets(Optional.of(item)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.map(scalar -> of(((Scalar) scalar).text())).orElse("");
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        var typed = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                typed.append('\\').append((char) c);
            } else if (c == '\n') {
                typed.append("\\n");
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
