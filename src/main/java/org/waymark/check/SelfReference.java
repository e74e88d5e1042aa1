package org.waymark.check;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Role;

/** An entry refers to itself among other entries that readers may need, or belongs to itself through others. */
final class SelfReference implements Rule {
    @Override
    public Code code() {
        return Codes.SELF_REFERENCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return Stream.concat(
                direct(directory),
                directory.kinds().forReaders().stream()
                        .filter(kind -> kind.field(Role.PARENT).isPresent())
                        .flatMap(kind -> directory.entries(kind))
                        .flatMap(entry -> circle(directory, entry).stream()));
    }

    /** Reported once, at the entry of the circle whose id comes first. */
    private Optional<Diagnostic> circle(Directory directory, Entry entry) {
        var through = new ArrayList<Entry>();
        Optional<Entry> next = entry.parent().flatMap(directory::find);
        while (next.isPresent() && !next.get().equals(entry) && !through.contains(next.get())) {
            through.add(next.get());
            next = next.get().parent().flatMap(directory::find);
        }
        boolean isFirst = through.stream().noneMatch(other -> other.id().compareTo(entry.id()) < 0);
        return next.filter(last -> last.equals(entry) && !through.isEmpty() && isFirst)
                .map(last -> Diagnostic.of(
                        code(),
                        entry.parent().orElseThrow().span(),
                        "`" + entry.id() + "` belongs to itself, through "
                                + through.stream()
                                        .map(other -> "`" + other.id() + "`")
                                        .collect(Collectors.joining(", ")),
                        "remove the line here, or that of another one"));
    }

    private Stream<Diagnostic> direct(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.fields()
                        .references()
                        .filter(ref -> ref.names(entry.kind(), entry.id()))
                        .map(ref -> Diagnostic.of(
                                code(), ref.span(), "`" + ref.id() + "` is this entry itself", "remove it")));
    }
}
