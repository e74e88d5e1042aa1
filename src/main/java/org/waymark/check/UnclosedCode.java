package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A block of code is never closed, so all the text below it is code. */
final class UnclosedCode implements EntryRule {
    @Override
    public Code code() {
        return Codes.UNCLOSED_CODE;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream()
                .flatMap(body -> body.slips().stream())
                .filter(slip -> slip.kind() == Slip.Kind.UNCLOSED_CODE)
                .map(slip -> Diagnostic.of(
                        code(),
                        slip.span(),
                        "this begins code that is never closed; all the text below is shown as code",
                        "write the same characters on a line of their own where the code ends, or remove this line"));
    }
}
