package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;

/** An entry has fields but no text, so its page would be almost empty. */
final class EmptyBody implements Rule {
    @Override
    public Code code() {
        return Codes.EMPTY_BODY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .filter(entry -> !entry.visibility().draft()) // the text has not been written yet
                .flatMap(entry -> entry.body().stream())
                .filter(Prose::isEmpty)
                .map(body -> Diagnostic.of(
                        code(),
                        body.start(),
                        "there is no text below the fields",
                        "write at least a paragraph below the second line `---`"));
    }
}
