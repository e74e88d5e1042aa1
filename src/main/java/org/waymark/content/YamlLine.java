package org.waymark.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of YAML as typed, whether or not the file around it can be parsed. Columns count UTF-16 units from 0.
 *
 * @param text the whole line
 * @param indentation the column of its first character other than a space
 * @param dash the column of the dash that begins a list item, of the last if there are several; -1 if there is none
 * @param content the column at which the key or value begins
 * @param key the key without quotes, if any
 * @param colon the column of the colon after the key; -1 if there is none
 */
public record YamlLine(String text, int indentation, int dash, int content, Optional<String> key, int colon) {
    private static final Pattern KEY = Pattern.compile("(['\"]?)([\\w&][\\w &-]*?)\\1\\s*:(?=\\s|$)");
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][\\w-]*");

    public static YamlLine of(String line) {
        int dash = -1;
        int indentation = afterSpaces(line, 0);
        int at = indentation;
        while (at < line.length()
                && line.charAt(at) == '-'
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
            dash = at;
            at = afterSpaces(line, at + 1);
        }
        Matcher key = KEY.matcher(line).region(at, line.length());
        return key.lookingAt()
                ? new YamlLine(line, indentation, dash, at, Optional.of(key.group(2)), key.end() - 1)
                : new YamlLine(line, indentation, dash, at, Optional.empty(), -1);
    }

    private static int afterSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    public boolean isItem() {
        return dash >= 0;
    }

    /** Whether the key could be the name of a field, as the words before a colon in a sentence could not. */
    boolean isField() {
        return key.filter(name -> FIELD_NAME.matcher(name).matches()).isPresent();
    }

    /** What follows the colon. */
    String value() {
        return text.substring(colon + 1);
    }

    /** Whether the line is empty or a comment. */
    public boolean isGap() {
        return !isItem() && (content == text.length() || text.charAt(content) == '#');
    }
}
