package org.waymark.schema;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.source.Span;

/**
 * An entry named by another, whether or not it exists.
 *
 * @param kind the name of its kind
 * @param otherKinds those that it may be of instead, if the author does not say which, which is an error
 * @param folder what the author writes instead of the kind, perhaps its folder; empty for an id alone or a kind
 */
public record Ref(String kind, Id id, Span span, List<String> otherKinds, String folder) {
    public Ref {
        otherKinds = List.copyOf(otherKinds);
    }

    /** A reference to an entry of a known kind. */
    public Ref(String kind, Id id, Span span) {
        this(kind, id, span, List.of(), "");
    }

    /** An id alone where several kinds are possible. */
    static Ref withoutKind(List<String> kinds, Id id, Span span) {
        return inFolder("", kinds, id, span);
    }

    /** An id with a folder before it, where several kinds are possible. */
    static Ref inFolder(String folder, List<String> kinds, Id id, Span span) {
        return new Ref(kinds.get(0), id, span, kinds.subList(1, kinds.size()), folder);
    }

    /** Whether the author does not say of which kind the entry is. */
    public boolean lacksKind() {
        return !otherKinds.isEmpty();
    }

    /** This, as a reference to each of the possible kinds. */
    public Stream<Ref> ofEachKind() {
        return Stream.concat(Stream.of(kind), otherKinds.stream()).map(each -> new Ref(each, id, span));
    }

    /** Whether this names an entry of a kind with an id. */
    public boolean names(Kind target, Id targetId) {
        return kind.equals(target.name()) && id.equals(targetId);
    }
}
