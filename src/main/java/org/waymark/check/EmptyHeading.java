package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A heading has no words, so links to it have no name. */
final class EmptyHeading implements EntryRule {
    @Override
    public Code code() {
        return Codes.EMPTY_HEADING;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .flatMap(body -> body.slips().stream())
                .filter(slip -> slip.kind() == Slip.Kind.EMPTY_HEADING)
                .map(slip -> Diagnostic.of(
                        code(),
                        slip.span(),
                        "this heading has no words",
                        "write its words after the `#`, or remove the line"));
    }
}
