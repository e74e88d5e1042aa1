package org.waymark.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A bold or numbered line is used as a heading, which screen reader users who navigate by heading miss. */
final class BoldHeading implements EntryRule {
    /** The markers of bold text around a line. */
    private static final Pattern MARKS = Pattern.compile("^\\s*(?:\\*\\*|__)|(?:\\*\\*|__)\\s*$");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}[.):]?[\\s\\x{A0}]+(?=\\p{Lu})");

    @Override
    public Code code() {
        return Codes.BOLD_HEADING;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .flatMap(body -> body.slips().stream())
                .flatMap(slip -> report(entry, slip).stream());
    }

    private Optional<Diagnostic> report(Entry entry, Slip slip) {
        return switch (slip.kind()) {
            case BOLD_HEADING ->
                Optional.of(report(
                        entry,
                        slip,
                        "this line is bold like a heading, but is not one",
                        "if it is a heading, begin the line with `##` and remove the asterisks"));
            case NUMBERED_HEADING ->
                Optional.of(report(
                        entry,
                        slip,
                        "this line is numbered like a heading, but is not one",
                        "if it is a heading, begin the line with `##` and remove the number"));
            default -> Optional.empty();
        };
    }

    private Diagnostic report(Entry entry, Slip slip, String message, String help) {
        String typed = entry.file().text(slip.span());
        String words = MARKS.matcher(typed).replaceAll("").strip();
        Diagnostic finding = Diagnostic.of(code(), slip.span(), message, help);
        return NUMBER.matcher(words).lookingAt()
                ? finding.withHelp(Optional.of("if it is a heading, write `## " + withoutNumber(words) + "`"))
                        .withFix(Optional.of(Fix.change(slip.span(), "## " + withoutNumber(words), false)))
                : finding.withFix(Optional.of(Fix.change(slip.span(), "## " + words, false)));
    }

    private static String withoutNumber(String words) {
        return NUMBER.matcher(words).replaceFirst("");
    }
}
