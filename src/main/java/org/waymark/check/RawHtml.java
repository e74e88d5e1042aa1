package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** A text holds HTML. It would be shown to readers as it was typed. */
final class RawHtml implements Rule {
    @Override
    public Code code() {
        return Codes.RAW_HTML;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.rawHtml().stream())
                .map(span -> Diagnostic.of(
                        code(),
                        span,
                        "HTML is not allowed in text; readers would see the tags",
                        "write it in Markdown or remove it; for the character `<` itself, write `&lt;`"));
    }
}
