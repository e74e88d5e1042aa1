package org.waymark.tool.lsp;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.content.ProjectShape;
import org.waymark.directory.Entry;
import org.waymark.schema.Ref;
import org.waymark.source.SourceFile;
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
        if (subject instanceof SymbolAtCursor.OfPart part) {
            return ofPart(snapshot, part.part(), withItself);
        }
        Stream<Span> itself = withItself ? Stream.of(subject.place()) : Stream.of();
        Stream<Span> others = snapshot.directory().entries().stream()
                .flatMap(entry -> Stream.concat(
                        references(entry, subject),
                        destinations(snapshot, entry)
                                .filter(target -> isSame(target, subject))
                                .map(SymbolAtCursor::span)));
        return Stream.concat(itself, others).distinct().sorted().toList();
    }

    private static List<Span> ofPart(Snapshot snapshot, ShapePart part, boolean withItself) {
        return snapshot.project().content().stream()
                .filter(file -> file.text().contains(part.name()))
                .filter(file -> canName(snapshot, file, part))
                .flatMap(file -> TypedNames.in(snapshot, file).names().stream())
                .filter(name -> name.part().equals(part) && (withItself || !name.isDeclaration()))
                .map(TypedNames.Name::span)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean canName(Snapshot snapshot, SourceFile file, ShapePart part) {
        if (ProjectShape.isPart(file.path())) {
            return true;
        }
        return part.isInEntries()
                && snapshot.kindOf(file)
                        .filter(kind -> part.kindOfEntries()
                                .filter(name -> !name.equals(kind.name()))
                                .isEmpty())
                        .isPresent();
    }

    private static Stream<Span> references(Entry entry, SymbolAtCursor subject) {
        return subject instanceof SymbolAtCursor.OfEntry of
                ? entry.fields()
                        .references()
                        .filter(ref -> ref.kind().equals(of.entry().kind().name())
                                && ref.id().equals(of.entry().id()))
                        .map(Ref::span)
                : Stream.of();
    }

    /** The targets of the links and images in a text that belong to the directory. */
    static Stream<SymbolAtCursor> destinations(Snapshot snapshot, Entry entry) {
        Stream<SymbolAtCursor> links = entry.body().stream()
                .flatMap(body -> body.links().stream())
                .flatMap(link -> SymbolAtCursor.target(snapshot, entry, link.destination(), link.span()).stream());
        Stream<SymbolAtCursor> images = entry.body().stream()
                .flatMap(body -> body.images().stream())
                .flatMap(image -> SymbolAtCursor.target(snapshot, entry, image.destination(), image.span()).stream());
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
