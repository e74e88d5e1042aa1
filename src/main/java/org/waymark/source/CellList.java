package org.waymark.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values in one cell of a table, with a semicolon between them. A value with a semicolon or a quotation mark in it is in
 * quotation marks, and those within are doubled, as in CSV.
 */
public final class CellList {
    /** What {@link #join} writes between values. */
    public static final String SEPARATOR = "; ";

    private CellList() {}

    public static String join(List<String> values) {
        return values.stream().map(CellList::quoted).collect(Collectors.joining(SEPARATOR));
    }

    private static String quoted(String value) {
        boolean isPlain = value.strip().equals(value)
                && !value.isEmpty()
                && value.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The values, without empty ones. Line ends separate them too. */
    public static List<String> split(String cell) {
        var values = new ArrayList<String>();
        int at = 0;
        while (at < cell.length()) {
            int start = at;
            while (start < cell.length() && Character.isWhitespace(cell.charAt(start))) {
                start++;
            }
            int close = cell.startsWith("\"", start) ? closing(cell, start + 1) : -1;
            int end = separator(cell, close < 0 ? start : close);
            boolean isQuoted = close >= 0 && cell.substring(close + 1, end).isBlank();
            String value = isQuoted
                    ? cell.substring(start + 1, close).replace("\"\"", "\"")
                    : cell.substring(start, separator(cell, start)).strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
            at = (isQuoted ? end : separator(cell, start)) + 1;
        }
        return values;
    }

    /** The quotation mark that ends a value, or -1. */
    private static int closing(String cell, int from) {
        for (int at = cell.indexOf('"', from); at >= 0; at = cell.indexOf('"', at + 2)) {
            if (!cell.startsWith("\"\"", at)) {
                return at;
            }
        }
        return -1;
    }

    private static int separator(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) != ';' && cell.charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
