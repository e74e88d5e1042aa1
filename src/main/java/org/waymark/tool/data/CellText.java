package org.waymark.tool.data;

import java.util.regex.Pattern;

/** What people type into cells, besides values. */
final class CellText {
    /** Zero-width spaces and marks, which copying from web pages leaves behind. Joiners have a meaning in some scripts. */
    private static final Pattern WITHOUT_WIDTH = Pattern.compile("[\u200B\u2060\uFEFF]");

    /** Spaces around a text, among them those that do not break lines. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\u00A0\u2007\u202F]+|[\\s\u00A0\u2007\u202F]+$");

    /** Signs for the direction of a text around it, which lists of contacts leave behind. */
    private static final Pattern DIRECTIONS =
            Pattern.compile("^[\u200E\u202A-\u202E\u2066-\u2069]+|[\u200E\u202A-\u202E\u2066-\u2069]+$");

    /** Signs that stand for "nothing" or "not known". */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)n/a|n\\.a\\.|[-\u2013\u2014]{1,3}|\\?{1,3}");

    /** What spreadsheets show instead of a result. */
    private static final Pattern FAULT =
            Pattern.compile("#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:\\d{3}");

    private CellText() {}

    /** The text without spaces around it, and without signs that have no width. */
    static String cleaned(String text) {
        String visible =
                WITHOUT_WIDTH.matcher(text).find() ? WITHOUT_WIDTH.matcher(text).replaceAll("") : text;
        if (DIRECTIONS.matcher(visible).find()) {
            visible = DIRECTIONS.matcher(visible).replaceAll("");
        }
        return visible.indexOf('\u00A0') < 0 && visible.indexOf('\u2007') < 0 && visible.indexOf('\u202F') < 0
                ? visible.strip()
                : AROUND.matcher(visible).replaceAll("");
    }

    /** Whether it stands for "nothing" or "not known": then it is no value, whatever the field. */
    static boolean isPlaceholder(String text) {
        return text.length() <= 4 && PLACEHOLDER.matcher(text).matches();
    }

    /** Whether a program wrote it in place of the result of a formula. */
    static boolean isFault(String text) {
        return (text.startsWith("#") || text.startsWith("Err:"))
                && FAULT.matcher(text).matches();
    }
}
