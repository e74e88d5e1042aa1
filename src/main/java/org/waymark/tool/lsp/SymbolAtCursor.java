package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.ProjectShape;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Ref;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** What the cursor is on: a reference, the name of the entry itself, or a name of a part of the shape. */
sealed interface SymbolAtCursor {
    /** The words at the cursor that refer to it. */
    Span span();

    /** The location of its declaration. */
    Span place();

    /** An entry: by a reference, a link, a glossary term in a text or the field that names it. */
    record OfEntry(Entry entry, Span span) implements SymbolAtCursor {
        @Override
        public Span place() {
            return entry.origin().of(entry.kind().labelField());
        }
    }

    /** A heading: by a link to it, or the heading itself. */
    record OfHeading(String path, Prose.Heading heading, Span span) implements SymbolAtCursor {
        @Override
        public Span place() {
            return heading.span();
        }
    }

    /** An image. */
    record OfImage(String path, Span span) implements SymbolAtCursor {
        @Override
        public Span place() {
            return Span.startOf(path);
        }
    }

    /**
     * A part of the shape: by its name in a file of the shape, as a field or as a choice of an entry.
     *
     * @param declaration where the project declares it; empty if it comes from the shape from which the project starts
     */
    record OfPart(ShapePart part, Optional<Span> declaration, Span span) implements SymbolAtCursor {
        @Override
        public Span place() {
            return declaration.orElse(span);
        }
    }

    /** Where the symbol at a cursor is declared. In the field that names an entry, that is the field. */
    static Optional<SymbolAtCursor> declared(Snapshot snapshot, SourceFile file, Position cursor) {
        return part(snapshot, file, cursor)
                .or(() -> onHomePage(snapshot, file, cursor))
                .or(() -> at(snapshot, file, cursor))
                .filter(symbol ->
                        !(symbol instanceof OfPart part) || part.declaration().isPresent());
    }

    private static Optional<SymbolAtCursor> part(Snapshot snapshot, SourceFile file, Position cursor) {
        return TypedNames.in(snapshot, file)
                .at(cursor)
                .map(name -> new OfPart(name.part(), TypedNames.declaration(snapshot, file, name.part()), name.span()));
    }

    /** The symbol at a cursor in a file, which may be newer than the snapshot. */
    static Optional<SymbolAtCursor> at(Snapshot snapshot, SourceFile file, Position cursor) {
        List<Entry> here = snapshot.read(file);
        Stream<SymbolAtCursor> found = here.stream()
                .flatMap(entry -> Stream.of(
                                references(snapshot, entry, cursor),
                                links(snapshot, entry, cursor),
                                images(snapshot, entry, cursor),
                                headings(entry, cursor),
                                itself(file, entry, cursor))
                        .flatMap(subjects -> subjects));
        return found.findFirst()
                .or(() -> part(snapshot, file, cursor))
                .or(() -> TermAt.find(snapshot, file, here, cursor));
    }

    /** The entry whose text the home page shows. */
    private static Optional<SymbolAtCursor> onHomePage(Snapshot snapshot, SourceFile file, Position cursor) {
        return Optional.of(file)
                .filter(each -> each.path().equals(ProjectShape.HOME))
                .flatMap(each -> TypedNames.in(snapshot, each).wordAt(cursor))
                .filter(word -> word.key().equals(HomeFile.OF))
                .map(TypedNames.Word::value)
                .flatMap(typed -> {
                    String[] parts = typed.text().strip().split("/", 2);
                    return parts.length < 2 || !Id.isValid(parts[1])
                            ? Optional.empty()
                            : snapshot.directory()
                                    .kinds()
                                    .named(parts[0])
                                    .flatMap(kind -> snapshot.entry(kind, new Id(parts[1])))
                                    .map(entry -> new OfEntry(entry, typed.span()));
                });
    }

    private static Stream<SymbolAtCursor> references(Snapshot snapshot, Entry from, Position cursor) {
        return from.fields()
                .references()
                .filter(ref -> TextPositions.touches(ref.span(), cursor))
                .flatMap(ref -> resolve(snapshot, ref).stream());
    }

    private static Optional<SymbolAtCursor> resolve(Snapshot snapshot, Ref ref) {
        return snapshot.entry(snapshot.directory().kinds().of(ref), ref.id())
                .map(entry -> new OfEntry(entry, ref.span()));
    }

    private static Stream<SymbolAtCursor> links(Snapshot snapshot, Entry from, Position cursor) {
        return from.body().stream()
                .flatMap(body -> body.links().stream())
                .filter(link ->
                        TextPositions.touches(link.span(), cursor) || TextPositions.touches(link.textSpan(), cursor))
                .flatMap(link -> target(snapshot, from, link.destination(), link.span()).stream());
    }

    private static Stream<SymbolAtCursor> images(Snapshot snapshot, Entry from, Position cursor) {
        return from.body().stream()
                .flatMap(body -> body.images().stream())
                .filter(image -> TextPositions.touches(image.whole(), cursor))
                .flatMap(image -> target(snapshot, from, image.destination(), image.span()).stream());
    }

    private static Stream<SymbolAtCursor> headings(Entry from, Position cursor) {
        return from.body().stream()
                .flatMap(body -> body.headings().stream())
                .filter(heading -> TextPositions.touches(heading.span(), cursor))
                .map(heading -> new OfHeading(from.path(), heading, heading.span()));
    }

    /** The field that names an entry represents the entry. */
    private static Stream<SymbolAtCursor> itself(SourceFile file, Entry entry, Position cursor) {
        Span name = entry.origin().of(entry.kind().labelField());
        boolean isNamed = !name.isStartOfFile() && !name.equals(entry.origin().whole());
        boolean isOnLine = cursor.line() >= name.startLine() && cursor.line() <= name.endLine();
        return isNamed && isOnLine
                ? Stream.of(new OfEntry(entry, TextPositions.lines(file, name.startLine(), name.endLine())))
                : Stream.of();
    }

    /** The target of a link destination, if it is in this directory. */
    static Optional<SymbolAtCursor> target(Snapshot snapshot, Entry from, String destination, Span span) {
        if (Addresses.isExternal(destination)) {
            return Optional.empty();
        }
        Optional<LinkPath> link = LinkPath.resolve(from.path(), destination);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        String path = link.get().path();
        if (snapshot.directory().hasImage(path)) {
            return Optional.of(new OfImage(path, span));
        }
        Optional<Entry> entry = path.equals(from.path())
                ? Optional.of(from)
                : snapshot.directory().entryAt(path);
        return entry.flatMap(target -> within(snapshot, target, link.get().fragment(), span));
    }

    private static Optional<SymbolAtCursor> within(
            Snapshot snapshot, Entry entry, Optional<String> fragment, Span span) {
        if (entry.kind().place() instanceof Kind.YamlList) {
            return snapshot.directory()
                    .entries(entry.kind())
                    .filter(term -> fragment.filter(term.id().value()::equals).isPresent())
                    .<SymbolAtCursor>map(term -> new OfEntry(term, span))
                    .findFirst()
                    .or(() -> Optional.of(new OfEntry(entry, span)));
        }
        return entry.body().stream()
                .flatMap(body -> body.headings().stream())
                .filter(heading -> fragment.filter(heading.anchor()::equals).isPresent())
                .<SymbolAtCursor>map(heading -> new OfHeading(entry.path(), heading, span))
                .findFirst()
                .or(() -> Optional.of(new OfEntry(entry, span)));
    }
}
