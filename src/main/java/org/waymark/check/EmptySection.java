package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A heading has nothing below it. */
final class EmptySection implements EntryRule {
    @Override
    public Code code() {
        return Codes.EMPTY_SECTION;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .filter(body -> !entry.visibility().draft() && !body.isEmpty()) // empty-body reports those
                .flatMap(body -> body.slips().stream())
                .filter(slip -> slip.kind() == Slip.Kind.EMPTY_SECTION)
                .map(slip -> Diagnostic.of(
                        code(),
                        slip.span(),
                        "there is nothing below this heading",
                        "write the text that belongs there, or remove the heading"));
    }
}
