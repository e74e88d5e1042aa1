package org.waymark.source;

import java.util.List;
import java.util.stream.Collectors;

/** Writes comma-separated values (RFC 4180) that spreadsheets show as they are. */
public final class CsvLine {
    /** Characters that make spreadsheets treat a text as a formula, which content could misuse. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvLine() {}

    /** A record with its line end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = isFormula(withoutQuotes(text)) ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Whether a spreadsheet would compute a text instead of showing it. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** A cell as it was before {@link #of} made it harmless. */
    public static String unprotected(String cell) {
        return cell.startsWith("'") && isFormula(withoutQuotes(cell)) ? cell.substring(1) : cell;
    }

    /** A text that only looks protected gets another quote, so that removing one gives back any text. */
    private static String withoutQuotes(String text) {
        int start = 0;
        while (text.startsWith("'", start)) {
            start++;
        }
        return text.substring(start);
    }
}
