package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.ReservedIds;
import org.waymark.schema.Id;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Span;

/** A file name cannot be used in an address, or a page would take the address of something else. */
final class InvalidId implements Rule {
    @Override
    public Code code() {
        return Codes.INVALID_ID;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.documents().stream()
                .filter(Document::isNamed)
                .filter(document -> !(document.kind().place() instanceof YamlList))
                .flatMap(document -> check(directory, document));
    }

    private Stream<Diagnostic> check(Directory directory, Document document) {
        Span place = Span.startOf(document.path());
        String name = document.name();
        if (name.length() > Id.LONGEST) {
            return Stream.of(Diagnostic.of(
                    Codes.TOO_LONG,
                    place,
                    "the file name has " + name.length() + " characters, but at most " + Id.LONGEST
                            + " fit in an address",
                    "give the file a shorter name"));
        }
        if (!Id.isValid(name)) {
            boolean duplicate = directory
                            .documents(document.kind())
                            .filter(other -> other.id().equals(document.id()))
                            .count()
                    > 1;
            return duplicate
                    ? Stream.empty() // duplicate-id reports it, and asks for another name
                    : Stream.of(Diagnostic.of(
                            code(),
                            place,
                            "the file name `" + name + "` may hold only lower-case letters, digits and single hyphens",
                            "rename the file to `" + document.id()
                                    + document.path().substring(document.path().lastIndexOf('.')) + "`"));
        }
        return ReservedIds.reason(directory.kinds(), document.kind(), document.id()).stream()
                .map(reason -> Diagnostic.of(
                        code(),
                        place,
                        document.kind().phrase() + " cannot be called `" + name + "`, since " + reason,
                        "give the file another name"));
    }
}
