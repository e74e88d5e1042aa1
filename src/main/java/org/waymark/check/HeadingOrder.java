package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;

/** A heading skips a level, so screen reader users who navigate by heading lose their way. */
final class HeadingOrder implements Rule {
    @Override
    public Code code() {
        return Codes.HEADING_ORDER;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(this::check);
    }

    private Stream<Diagnostic> check(Prose body) {
        Stream.Builder<Diagnostic> found = Stream.builder();
        int level = 1;
        for (Prose.Heading heading : body.headings()) {
            if (heading.level() == 1) {
                found.add(Diagnostic.of(
                        code(),
                        heading.span(),
                        "this is a main heading (`#`), but the page already has one: its title",
                        "begin sections with `##`"));
                level = 2;
            } else {
                if (heading.level() > level + 1) {
                    String fact = level == 1
                            ? "the first heading begins with `" + signs(heading.level()) + "`, not with `##`"
                            : "`" + signs(heading.level()) + "` follows `" + signs(level) + "`, so a level is missing";
                    Span signs = heading.span().part(0, heading.level());
                    found.add(Diagnostic.of(code(), heading.span(), fact, "begin it with `" + signs(level + 1) + "`")
                            .withFix(Optional.of(Fix.change(signs, signs(level + 1), false))));
                }
                level = heading.level();
            }
        }
        return found.build();
    }

    private static String signs(int level) {
        return "#".repeat(level);
    }
}
