package org.waymark.source;

import java.util.List;
import java.util.stream.Collectors;

/** Writes comma-separated values (RFC 4180) that spreadsheets show as they are. */
public final class CsvLine {
    /** Spreadsheets read a formula after these; in Japanese, also after the full-width ones (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** What ends a record. */
    public static final String END = "\r\n";

    private CsvLine() {}

    /** A record with its line end. */
    public static String of(List<String> cells) {
        return cells.stream().map(cell -> quoted(harmless(cell))).collect(Collectors.joining(",", "", END));
    }

    /** The same for programs alone: nothing is made harmless. */
    public static String asTyped(List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", END));
    }

    /** A cell as it is written between commas. */
    public static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\r' || c == '\n') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }

    /** A text that spreadsheets show instead of computing it. */
    public static String harmless(String text) {
        return isFormula(withoutQuotes(text)) ? "'" + text : text;
    }

    /** Whether a spreadsheet would compute a text instead of showing it. */
    public static boolean isFormula(String text) {
        String start = text.stripLeading();
        return (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0)
                || text.startsWith("\t")
                || text.startsWith("\r");
    }

    /** A text as it was before it was made harmless. */
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
