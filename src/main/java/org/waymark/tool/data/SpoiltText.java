package org.waymark.tool.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.FieldType;
import org.waymark.schema.Line;

/** Recognises texts of cells that programs have spoilt on the way, or that say nothing without the cells around them. */
final class SpoiltText {
    /**
     * A way in which a text can be spoilt.
     *
     * @param message what is wrong, before the part that shows it
     */
    private record Fault(Pattern form, boolean isOfLines, String message, String help) {}

    private static final List<Fault> ALL = List.of(
            new Fault(
                    // What is left of UTF-8 that was read as Windows-1252: é as Ã©, a curly apostrophe as â€™.
                    Pattern.compile("\u00C3[\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]"
                            + "|\u00C2[\u00A0-\u00BF]|\u00E2\u20AC[\u0080-\u00BF\u0152-\u0178\u2018-\u2122]"),
                    false,
                    "the cell was saved in the wrong encoding",
                    "open the original file as UTF-8 and save it again, or type the cell anew"),
            new Fault(
                    Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
                            + "|</?(?:a|b|br|div|em|font|i|li|p|span|strong|u|ul)(?:\\s[^<>]*)?/?>"),
                    true,
                    "the cell holds code of a web page",
                    "write it as readers should see it, such as `&` for `&amp;`"),
            new Fault(
                    Pattern.compile(
                            "(?i)^(?:ditto|as above|see above|[\"\u3003\u2033]|loading(?:\\.{3}|\u2026)|#error!|#{3,})$"),
                    false,
                    "the cell does not say its value",
                    "write the value itself; where a column is too narrow to show it, make the column wider and save the"
                            + " file again"),
            new Fault(
                    Pattern.compile("^'\\d+$"),
                    false,
                    "the cell begins with an apostrophe, as programs write it before digits",
                    "delete the apostrophe, and give the column the format Text in the spreadsheet"));

    private SpoiltText() {}

    /** What is wrong with a cell that is to become a value of this type. */
    static Optional<Diagnostic> find(Cell cell, FieldType<?> type) {
        for (Fault fault : ALL) {
            Matcher matcher = fault.form().matcher(cell.text());
            if ((!fault.isOfLines() || type instanceof Line) && matcher.find()) {
                return Optional.of(Diagnostic.of(
                        Codes.INVALID_TABLE,
                        cell.span(),
                        fault.message() + ": `" + matcher.group() + "`",
                        fault.help()));
            }
        }
        return Optional.empty();
    }
}
