package org.waymark.tool.lsp;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.directory.Document;
import org.waymark.schema.Ref;
import org.waymark.source.Span;

/** Finds all references to an entry, a heading or an image. */
final class Occurrences {
    private Occurrences() {}

    /**
     * The spans that refer to a subject, in file order.
     *
     * @param withItself whether to include the declaration
     */
    static List<Span> of(Snapshot snapshot, SymbolAtCursor subject, boolean withItself) {
        Stream<Span> itself = withItself ? Stream.of(subject.place()) : Stream.of();
        Stream<Span> others = snapshot.directory().documents().stream()
                .flatMap(document -> Stream.concat(
                        references(document, subject),
                        destinations(snapshot, document)
                                .filter(target -> isSame(target, subject))
                                .map(SymbolAtCursor::span)));
        return Stream.concat(itself, others).distinct().sorted().toList();
    }

    private static Stream<Span> references(Document document, SymbolAtCursor subject) {
        return subject instanceof SymbolAtCursor.OfEntry of
                ? document.fields()
                        .references()
                        .filter(ref -> ref.kind().equals(of.entry().kind().name())
                                && ref.id().equals(of.entry().id()))
                        .map(Ref::span)
                : Stream.of();
    }

    /** The targets of the links and images in a text that belong to the directory. */
    static Stream<SymbolAtCursor> destinations(Snapshot snapshot, Document document) {
        Stream<SymbolAtCursor> links = document.body().stream()
                .flatMap(body -> body.links().stream())
                .flatMap(link -> SymbolAtCursor.target(snapshot, document, link.destination(), link.span()).stream());
        Stream<SymbolAtCursor> images = document.body().stream()
                .flatMap(body -> body.images().stream())
                .flatMap(
                        image -> SymbolAtCursor.target(snapshot, document, image.destination(), image.span()).stream());
        return Stream.concat(links, images);
    }

    /** Whether a target is the subject, or one of its headings. */
    private static boolean isSame(SymbolAtCursor target, SymbolAtCursor subject) {
        if (subject instanceof SymbolAtCursor.OfEntry of) {
            return target instanceof SymbolAtCursor.OfEntry other
                    ? of.entry().kind().equals(other.entry().kind())
                            && of.entry().id().equals(other.entry().id())
                    : target instanceof SymbolAtCursor.OfHeading heading
                            && heading.path().equals(of.entry().path());
        }
        return target.getClass().equals(subject.getClass()) && target.place().equals(subject.place());
    }
}
