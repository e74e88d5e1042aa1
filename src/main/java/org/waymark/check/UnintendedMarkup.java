package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.MisplacedFields;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;
import org.waymark.source.Edit;

/**
 * Markdown interprets a text in a way its writer probably did not intend, such as a heading or code, or omits a part of
 * it.
 */
final class UnintendedMarkup implements EntryRule {
    /** The maximum length of lost text that the message quotes. */
    private static final int LONGEST_QUOTE = 60;

    @Override
    public Code code() {
        return Codes.UNINTENDED_MARKUP;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .filter(body -> body.offset() > 0) // otherwise the fields are missing, which is reported
                .flatMap(body -> body.slips().stream())
                .flatMap(slip -> report(entry, slip));
    }

    private Stream<Diagnostic> report(Entry entry, Slip slip) {
        return switch (slip.kind()) {
            case UNDERLINED_TEXT ->
                report(
                                slip,
                                "this line turns the text above it into a heading",
                                "leave an empty line above it if it is meant as a line across the page; otherwise remove it")
                        .filter(finding -> !MisplacedFields.endAt(
                                entry.file(), entry.kind(), slip.span().start().line()));
            case INDENTED_TEXT ->
                report(
                        slip,
                        "the text is shown as code, since the line begins with four spaces or a tab",
                        "remove the spaces before it; in a list, align it with the words of the item");
            case ALL_CODE ->
                report(
                        slip,
                        "all of the text is shown as code, since this line begins a code block",
                        "remove this line, and the last one");
            case NUMBERED_TEXT -> {
                String number = typed(entry, slip);
                int stop = number.length() - 1;
                var edit = new Edit(slip.span().part(stop, stop), "\\");
                yield report(
                                slip,
                                "`" + number + "` turns this paragraph into a list item",
                                "write `" + number.substring(0, stop) + "\\" + number.substring(stop) + "`")
                        .map(finding -> finding.withFix(Optional.of(Fix.possible("Keep it a paragraph", edit))));
            }
            case OTHER_NUMBER ->
                report(
                        slip,
                        "readers see `" + slip.number() + "` where `" + typed(entry, slip)
                                + "` is typed, since lists are counted from their first number",
                        "number the items in sequence, or write the numbers as part of the text");
            case LOST_CELLS ->
                report(
                        slip,
                        "the table has " + Count.inDigits(slip.number(), "column", "columns")
                                + ", so readers do not see `" + shortened(typed(entry, slip)) + "`",
                        "add a column to the header and to the line of hyphens; for a bar in the text, write `\\|`");
            case EMPHASIS_BETWEEN_DIGITS ->
                report(
                                slip,
                                "the asterisks make the text between these digits italic or bold, so readers do not see them",
                                "write a backslash before each, as in `12\\*8`")
                        .map(finding -> finding.withFix(
                                Optional.of(Fix.change(slip.span(), escaped(typed(entry, slip)), true))));
            default -> Stream.empty();
        };
    }

    private Stream<Diagnostic> report(Slip slip, String message, String help) {
        return Stream.of(Diagnostic.of(code(), slip.span(), message, help));
    }

    /** With a backslash before each of the asterisks at both ends. */
    private static String escaped(String emphasis) {
        int from = 0;
        while (emphasis.charAt(from) == '*') {
            from++;
        }
        int to = emphasis.length();
        while (to > from && emphasis.charAt(to - 1) == '*') {
            to--;
        }
        return "\\*".repeat(from) + emphasis.substring(from, to) + "\\*".repeat(emphasis.length() - to);
    }

    private static String shortened(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : text;
    }

    private static String typed(Entry entry, Slip slip) {
        return entry.file().text(slip.span());
    }
}
