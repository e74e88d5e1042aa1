package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** An image has no description (WCAG 2.2, success criterion 1.1.1). */
final class MissingAltText implements Rule {
    @Override
    public Code code() {
        return Codes.MISSING_ALT_TEXT;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.images().stream())
                .filter(image -> image.alt().isBlank())
                .map(image -> Diagnostic.of(
                        code(),
                        image.whole(),
                        "the image has no description for people who cannot see it",
                        "say between the square brackets what it shows: `![A bus at a market](" + image.destination()
                                + ")`"));
    }
}
