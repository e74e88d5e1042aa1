package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;

/** Nothing refers to a footnote, or an earlier one has the same name, so readers do not see it. */
final class UnusedFootnote implements Rule {
    @Override
    public Code code() {
        return Codes.UNUSED_FOOTNOTE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.flaws().stream())
                .flatMap(flaw -> report(flaw).stream());
    }

    private Optional<Diagnostic> report(Prose.Flaw flaw) {
        String name = "`[^" + flaw.name() + "]`";
        return switch (flaw.kind()) {
            case UNUSED_FOOTNOTE ->
                Optional.of(Diagnostic.of(
                        code(),
                        flaw.span(),
                        "nothing in the text refers to this footnote, so readers do not see it",
                        "write " + name + " where the text needs the note, or remove the note"));
            case REPEATED_FOOTNOTE ->
                Optional.of(withFirst(
                        flaw,
                        Diagnostic.of(
                                code(),
                                flaw.span(),
                                "there are two footnotes " + name + "; readers see only the first",
                                "give this one another name, here and where the text refers to it")));
            default -> Optional.empty();
        };
    }

    private static Diagnostic withFirst(Prose.Flaw flaw, Diagnostic found) {
        return flaw.first()
                .map(first -> found.withNote(first, "the first is here"))
                .orElse(found);
    }
}
