package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.model.Directory;

/** A link has an address that could run a script or leads somewhere that nobody can foresee. */
final class UnsafeLink implements Rule {
    @Override
    public Code code() {
        return Codes.UNSAFE_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.links().stream())
                .filter(link -> Addresses.isExternal(link.destination()) && !Addresses.isSafe(link.destination()))
                .map(this::report)
                .distinct(); // a definition may be used by several links
    }

    private Diagnostic report(Prose.Link link) {
        String what = Addresses.scheme(link.destination())
                .map(scheme -> "a link cannot begin with `" + scheme + ":`")
                .orElse("a link cannot begin with two slashes");
        Optional<Fix> fix = Optional.of(link.span())
                .filter(span -> span.isAsLongAs(link.destination())
                        && link.destination().matches("//[\\w-]+(\\.[\\w-]+)+(/.*)?"))
                .map(span -> Fix.change(span, "https:" + link.destination(), false));
        return Diagnostic.of(
                        code(),
                        link.span(),
                        what,
                        "links begin with https:, http:, mailto: or tel:, or are a path to a file")
                .withFix(fix);
    }
}
