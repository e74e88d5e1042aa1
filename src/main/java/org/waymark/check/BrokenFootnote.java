package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;

/** A text refers to a footnote that does not exist, so readers would see brackets. */
final class BrokenFootnote implements Rule {
    @Override
    public Code code() {
        return Codes.BROKEN_FOOTNOTE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.flaws().stream()
                        .filter(flaw -> flaw.kind() == Prose.Flaw.Kind.UNDEFINED_FOOTNOTE)
                        .map(flaw -> report(body, flaw)));
    }

    private Diagnostic report(Prose body, Prose.Flaw flaw) {
        List<String> names =
                body.footnotes().stream().map(Prose.Footnote::label).toList();
        Optional<String> near = DidYouMean.nearest(flaw.name(), names);
        return Diagnostic.of(
                code(),
                flaw.span(),
                "there is no footnote `[^" + flaw.name() + "]`, so readers would see the brackets",
                near.map(name -> "did you mean `[^" + name + "]`?")
                        .orElse("write a line `[^" + flaw.name() + "]: the note` below the paragraph; "
                                + "if it is not a footnote, begin with `\\[`"));
    }
}
