package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A line in bold stands for a heading, which people who jump from heading to heading miss. */
final class BoldHeading implements EntryRule {
    @Override
    public Code code() {
        return Codes.BOLD_HEADING;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .flatMap(body -> body.slips().stream())
                .filter(slip -> slip.kind() == Slip.Kind.BOLD_HEADING)
                .map(slip -> Diagnostic.of(
                        code(),
                        slip.span(),
                        "this line is bold, as a heading would be, but it is none",
                        "if it is a heading, begin the line with `##` and remove the asterisks"));
    }
}
