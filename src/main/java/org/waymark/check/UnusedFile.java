package org.waymark.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.LinkPath;
import org.waymark.source.Span;

/** No text links to a file for download. It is published anyway. */
final class UnusedFile implements Rule {
    @Override
    public Code code() {
        return Codes.UNUSED_FILE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Set<String> unused = new TreeSet<>(directory.attachments());
        if (unused.isEmpty()) {
            return Stream.empty();
        }
        directory
                .entries()
                .forEach(entry -> entry.body().stream()
                        .flatMap(body -> body.links().stream())
                        .flatMap(link -> LinkPath.resolve(entry.path(), link.destination()).stream())
                        .forEach(link -> unused.remove(link.path())));
        return unused.stream()
                .map(path -> Diagnostic.of(
                        code(),
                        Span.startOf(path),
                        "no text links to this file, but it is published",
                        "link to it, as in `[Referral form](" + LinkPath.relative("content/folder/entry.md", path)
                                + ")`, or remove it"));
    }
}
