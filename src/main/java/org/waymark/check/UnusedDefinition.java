package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Slip;

/** A line defines the address of a link, but no link uses it, so readers do not see the line. */
final class UnusedDefinition implements EntryRule {
    @Override
    public Code code() {
        return Codes.UNUSED_DEFINITION;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream().flatMap(body -> body.slips().stream()).flatMap(this::report);
    }

    private Stream<Diagnostic> report(Slip slip) {
        return switch (slip.kind()) {
            case UNUSED_DEFINITION ->
                Stream.of(
                        Diagnostic.of(
                                code(),
                                slip.span(),
                                "this line is an address for links, but no link uses it; readers do not see it",
                                "link to it with its name, as in `[text][name]`, or remove it; to show the line, write `\\[` for `[`"));
            case REPEATED_DEFINITION ->
                Stream.of(Diagnostic.of(
                        code(),
                        slip.span(),
                        "another line above has the same name, so no link uses this one; readers do not see it",
                        "give it a name of its own, or remove it"));
            default -> Stream.empty();
        };
    }
}
