package org.waymark.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/** Reports a quotation mark at the start of a value that nothing on its line closes. */
final class UnclosedQuote {
    private static final String CURLY = "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u00B4";

    /** Words and years that begin with an apostrophe. */
    private static final Pattern SHORTENED =
            Pattern.compile("(?i)'(?:tis|twas|twill|til|till|em|cause|cos|n|round|bout|\\d\\ds?)\\b.*");

    /** A quoted text with more lines was probably closed. */
    private static final int MOST_LINES = 10;

    private UnclosedQuote() {}

    /** A quotation mark that opens at an offset. */
    static Diagnostic at(SourceFile file, int opening) {
        Position place = file.position(opening);
        String typed = file.line(place.line()).substring(place.column() - 1).stripTrailing();
        int end = opening + typed.length();
        char quote = file.text().charAt(opening);
        if (typed.length() > 1 && CURLY.indexOf(typed.charAt(typed.length() - 1)) >= 0) {
            return Diagnostic.of(
                            Codes.INVALID_YAML,
                            file.span(end - 1, end),
                            "this quotation mark is curly, so it does not close the straight one before the text",
                            "write a straight one")
                    .withFix(Optional.of(Fix.change(file.span(end - 1, end), String.valueOf(quote), true)));
        }
        if (SHORTENED.matcher(typed).matches()) {
            return Diagnostic.of(
                            Codes.INVALID_YAML,
                            file.span(opening, opening + 1),
                            "an apostrophe at the start of a value begins quoted text, and nothing closes it",
                            "put the whole value in double quotes: \"'Tis the season\"")
                    .withFix(Optional.of(
                            Fix.certain("Put it in quotes", new Edit(file.span(opening, end), quoted(typed)))));
        }
        return Diagnostic.of(
                        Codes.INVALID_YAML,
                        file.span(opening, opening + 1),
                        "a quotation mark opens here and is never closed",
                        "add the closing quotation mark")
                .withFix(YamlFixes.closed(file, opening, String.valueOf(quote)));
    }

    private static String quoted(String typed) {
        return typed.indexOf('"') < 0 && typed.indexOf('\\') < 0 ? "\"" + typed + "\"" : YamlFixes.quoted(typed);
    }

    /** A quotation mark in the field or item above a line on which quoted text seems to end too soon. */
    static Optional<Diagnostic> above(SourceFile file, int line, int top) {
        for (int above = line - 1; above >= Math.max(top, line - MOST_LINES); above--) {
            YamlLine row = YamlLine.of(file.line(above));
            if (!row.isField() && !row.isItem()) {
                continue;
            }
            int start = row.isField() ? row.colon() + 1 : row.content();
            String value = row.text().substring(start).strip();
            boolean opens = !value.isEmpty() && "'\"".indexOf(value.charAt(0)) >= 0;
            return opens && value.indexOf(value.charAt(0), 1) < 0
                    ? Optional.of(at(
                            file,
                            file.offset(new Position(above, 1)) + row.text().indexOf(value.charAt(0), start)))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
