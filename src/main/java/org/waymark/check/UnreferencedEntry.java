package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/** No published entry refers to one that says little by itself, such as a category without services. */
final class UnreferencedEntry implements Rule {
    @Override
    public Code code() {
        return Codes.UNREFERENCED_ENTRY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.kinds().forReaders().stream()
                .flatMap(kind -> kind.expectedIn().stream().flatMap(field -> check(directory, kind, field)));
    }

    private Stream<Diagnostic> check(Directory directory, Kind kind, Kind.FieldOfKind expected) {
        Kind from = directory.kinds().named(expected.kind()).orElseThrow();
        return from.field(expected.field()).stream()
                .flatMap(field -> directory.unreferenced(from, field, kind).entrySet().stream())
                .filter(entry -> entry.getKey().isNamed())
                .map(entry -> report(entry.getKey(), from, expected.field(), entry.getValue()));
    }

    private Diagnostic report(Entry entry, Kind from, String field, boolean isNamedByUnpublished) {
        Span place = entry.origin().of(Role.LABEL, entry.kind());
        String one = from.noun().one();
        return isNamedByUnpublished
                ? Diagnostic.of(
                        code(),
                        place,
                        "no " + one + " that names `" + entry.id() + "` is published",
                        "until one is, readers find nothing there; `allow: [" + code()
                                + "]` says that this is intended")
                : Diagnostic.of(
                        code(),
                        place,
                        "no " + one + " names `" + entry.id() + "`",
                        "write `" + field + ": " + written(entry, from, field) + "` in " + from.phrase()
                                + ", or remove this entry");
    }

    private static String written(Entry entry, Kind from, String field) {
        boolean isList =
                from.field(field).filter(its -> its.type() instanceof ListOf<?>).isPresent();
        return isList ? "[" + entry.id() + "]" : entry.id().value();
    }
}
