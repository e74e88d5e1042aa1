package org.waymark.tool.lsp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one line of YAML looks like by itself. Columns count from 0.
 *
 * @param dash the column of the dash that begins a list item; of the last where there are several; -1 for none
 * @param content the column at which the key or value begins
 * @param key the key, where there is one
 * @param colon the column of the colon after it; -1 for none
 */
record YamlLine(int dash, int content, Optional<String> key, int colon) {
    private static final Pattern KEY = Pattern.compile("(['\"]?)([\\w&][\\w &-]*?)\\1 *:(?= |$)");

    static YamlLine of(String line) {
        int dash = -1;
        int at = afterSpaces(line, 0);
        while (at < line.length()
                && line.charAt(at) == '-'
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
            dash = at;
            at = afterSpaces(line, at + 1);
        }
        Matcher key = KEY.matcher(line).region(at, line.length());
        return key.lookingAt()
                ? new YamlLine(dash, at, Optional.of(key.group(2)), key.end() - 1)
                : new YamlLine(dash, at, Optional.empty(), -1);
    }

    private static int afterSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    boolean isItem() {
        return dash >= 0;
    }

    /** Whether nothing is on a line that could tell where it belongs. */
    static boolean saysNothing(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#");
    }
}
