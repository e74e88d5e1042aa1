package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Document;
import org.waymark.markdown.Slip;
import org.waymark.source.Edit;

/** Markdown makes something of a text that its writer hardly meant: a heading, code or an item of a list. */
final class UnintendedMarkup implements EntryRule {
    @Override
    public Code code() {
        return Codes.UNINTENDED_MARKUP;
    }

    @Override
    public Stream<Diagnostic> check(Document document) {
        return document.body().stream()
                .filter(body -> body.offset() > 0) // else the fields are missing, and are reported
                .flatMap(body -> body.slips().stream())
                .flatMap(slip -> report(document, slip));
    }

    private Stream<Diagnostic> report(Document document, Slip slip) {
        return switch (slip.kind()) {
            case UNDERLINED_TEXT ->
                report(
                        slip,
                        "this line makes a heading of the text above it",
                        "leave an empty line above it if it is meant as a line across the page; else remove it");
            case INDENTED_TEXT ->
                report(
                        slip,
                        "the text is shown as code, since the line begins with four spaces or a tab",
                        "remove the spaces before it; in a list, align it with the words of the item");
            case NUMBERED_TEXT -> {
                String number = number(document, slip);
                int stop = number.length() - 1;
                var edit = new Edit(slip.span().part(stop, stop), "\\");
                yield report(
                                slip,
                                "`" + number + "` makes an item of a list of this paragraph",
                                "write `" + number.substring(0, stop) + "\\" + number.substring(stop) + "`")
                        .map(finding -> finding.withFix(Optional.of(Fix.possible("Keep it a paragraph", edit))));
            }
            case OTHER_NUMBER ->
                report(
                        slip,
                        "readers see `" + slip.number() + "` where `" + number(document, slip)
                                + "` is typed, since lists are counted from their first number",
                        "number the items one after the other, or write the numbers as a part of the text");
            default -> Stream.empty();
        };
    }

    private Stream<Diagnostic> report(Slip slip, String message, String help) {
        return Stream.of(Diagnostic.of(code(), slip.span(), message, help));
    }

    private static String number(Document document, Slip slip) {
        return document.file()
                .line(slip.span().startLine())
                .substring(slip.span().startColumn() - 1, slip.span().endColumn() - 1);
    }
}
