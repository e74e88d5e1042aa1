package org.waymark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;

/**
 * A text contains what its writer meant as markup, but Markdown shows as typed: the notation of another program, a
 * mistake, or
 * a table or list as a word processor formats it.
 */
final class UnrenderedMarkup implements EntryRule {
    @Override
    public Code code() {
        return Codes.UNRENDERED_MARKUP;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream().flatMap(UnrenderedMarkup::check);
    }

    private static Stream<Diagnostic> check(Prose body) {
        var typed = new TypedText(body);
        List<Diagnostic> found = new ArrayList<>();
        OtherNotations.find(typed, found::add);
        BracketedAddress.find(typed, found::add);
        StrayBracket.find(typed, found::add);
        StrayMarks.find(typed, found::add);
        LooseLines.find(typed, found::add);
        return found.stream();
    }
}
