package org.waymark.source;

import java.util.List;
import java.util.stream.Collectors;

/** Writes comma-separated values (RFC 4180) that spreadsheets show as they are. */
public final class CsvLine {
    /** Spreadsheets read a formula after these; in Japanese, also after the full-width ones (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

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
        String start = text.stripLeading();
        return (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0)
                || text.startsWith("\t")
                || text.startsWith("\r");
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
