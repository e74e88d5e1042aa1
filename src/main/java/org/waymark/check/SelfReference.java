package org.waymark.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;

/** An entry refers to itself among other entries that readers may need, or belongs to itself through others. */
final class SelfReference implements Rule {
    private static final int MOST_NAMES = 10;

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
                        .flatMap(kind -> circles(directory, kind).stream()));
    }

    /** Follows each entry to those to which it belongs, and each of these once. */
    private List<Diagnostic> circles(Directory directory, Kind kind) {
        var followed = new HashSet<Id>();
        var found = new ArrayList<Diagnostic>();
        directory.entries(kind).forEach(entry -> {
            var way = new LinkedHashMap<Id, Entry>();
            Optional<Entry> next = Optional.of(entry);
            while (next.isPresent()
                    && !followed.contains(next.get().id())
                    && way.putIfAbsent(next.get().id(), next.get()) == null) {
                next = next.get().parent().flatMap(directory::find);
            }
            next.map(last -> List.copyOf(way.keySet()).indexOf(last.id()))
                    .filter(start -> start >= 0)
                    .map(start -> List.copyOf(way.values()).subList(start, way.size()))
                    .filter(circle -> circle.size() > 1) // one that names itself is reported anyway
                    .ifPresent(circle -> found.add(report(circle)));
            followed.addAll(way.keySet());
        });
        return found;
    }

    /** At the entry of the circle whose id comes first. */
    private Diagnostic report(List<Entry> circle) {
        Entry entry = Collections.min(circle, Comparator.comparing(Entry::id));
        int start = circle.indexOf(entry);
        String through = Stream.concat(
                        circle.subList(start + 1, circle.size()).stream(), circle.subList(0, start).stream())
                .map(other -> "`" + other.id() + "`")
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return Diagnostic.of(
                code(),
                entry.parent().orElseThrow().span(),
                "`" + entry.id() + "` belongs to itself, through " + through
                        + (circle.size() > MOST_NAMES + 1 ? " and others" : ""),
                "remove the line here, or that of another one");
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
