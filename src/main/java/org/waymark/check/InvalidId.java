package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
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
        return directory.entries().stream()
                .filter(Entry::isNamed)
                .filter(entry -> !(entry.kind().place() instanceof YamlList))
                .flatMap(entry -> check(directory, entry));
    }

    private Stream<Diagnostic> check(Directory directory, Entry entry) {
        Span place = Span.startOf(entry.path());
        String name = entry.name();
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
                            .entries(entry.kind())
                            .filter(other -> other.id().equals(entry.id()))
                            .count()
                    > 1;
            return duplicate
                    ? Stream.empty() // duplicate-id reports it, and asks for another name
                    : Stream.of(Diagnostic.of(
                            code(),
                            place,
                            "the file name `" + name
                                    + "` may contain only lower-case letters, digits and single hyphens",
                            "rename the file to `" + entry.id()
                                    + entry.path().substring(entry.path().lastIndexOf('.')) + "`"));
        }
        return ReservedIds.reason(directory.kinds(), entry.kind(), entry.id()).stream()
                .map(reason -> Diagnostic.of(
                        code(),
                        place,
                        entry.kind().phrase() + " cannot be called `" + name + "`, since " + reason,
                        "give the file another name"));
    }
}
