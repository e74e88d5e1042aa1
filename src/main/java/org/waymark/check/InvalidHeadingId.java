package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;

/** The id typed at a heading cannot be used, so links to it would lead elsewhere. */
final class InvalidHeadingId implements Rule {
    @Override
    public Code code() {
        return Codes.INVALID_HEADING_ID;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.flaws().stream())
                .flatMap(flaw -> report(flaw).stream());
    }

    private Optional<Diagnostic> report(Prose.Flaw flaw) {
        return switch (flaw.kind()) {
            case MALFORMED_HEADING_ID ->
                Optional.of(Diagnostic.of(
                        code(),
                        flaw.span(),
                        flaw.name().isEmpty()
                                ? "the id of the heading is empty"
                                : "`" + flaw.name() + "` cannot be the id of a heading",
                        "use letters, digits and hyphens only, such as `{#opening-hours}`"));
            case RESERVED_HEADING_ID ->
                Optional.of(Diagnostic.of(
                        code(),
                        flaw.span(),
                        "ids that begin with `wm-` belong to the page itself",
                        "choose an id that begins differently"));
            case REPEATED_HEADING_ID ->
                Optional.of(withFirst(
                        flaw,
                        Diagnostic.of(
                                code(),
                                flaw.span(),
                                "another heading has the id `" + flaw.name() + "`",
                                "choose another id")));
            default -> Optional.empty();
        };
    }

    private static Diagnostic withFirst(Prose.Flaw flaw, Diagnostic found) {
        return flaw.first()
                .map(first -> found.withNote(first, "the first is here"))
                .orElse(found);
    }
}
