package org.waymark.tool.lsp;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.ProjectShape;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.tool.edit.NewKindName;
import org.waymark.tool.edit.RenameChoice;
import org.waymark.tool.edit.RenameField;
import org.waymark.tool.edit.RenameKind;
import org.waymark.tool.edit.ShapeEdit;

/**
 * The part of the shape at a cursor that is to be renamed: a field, the label or the id of a choice, or a kind.
 *
 * @param name its current name
 * @param span the words at the cursor that name it
 */
record RenamedPart(Change change, String name, Span span) {
    /** Plans the changes. */
    @FunctionalInterface
    interface Change {
        /**
         * Plans the changes to a new name.
         *
         * @throws org.waymark.tool.edit.Refusal if it cannot have that name
         */
        ShapeEdit to(Snapshot snapshot, String name);
    }

    static Optional<RenamedPart> at(Snapshot snapshot, SourceFile file, Position cursor) {
        return choiceId(snapshot, file, cursor)
                .or(() -> SymbolAtCursor.at(snapshot, file, cursor)
                        .filter(SymbolAtCursor.OfPart.class::isInstance)
                        .map(SymbolAtCursor.OfPart.class::cast)
                        .flatMap(symbol -> of(symbol.part(), symbol.span())));
    }

    /** Why the part at a cursor cannot be renamed; empty if it can. */
    static Optional<String> refusal(Snapshot snapshot, SourceFile file, Position cursor) {
        return SymbolAtCursor.at(snapshot, file, cursor)
                .filter(SymbolAtCursor.OfPart.class::isInstance)
                .map(symbol -> ((SymbolAtCursor.OfPart) symbol).part())
                .flatMap(part -> part instanceof ShapePart.OfFacet
                        ? Optional.of("the word of a facet is part of addresses, and never changes")
                        : part instanceof ShapePart.OfVocabulary
                                ? Optional.of(
                                        "a vocabulary has the name of its file, which this command does not change")
                                : Optional.empty());
    }

    private static Optional<RenamedPart> of(ShapePart part, Span span) {
        if (part instanceof ShapePart.OfField field) {
            String typed = Stream.concat(Stream.of(field.kind()), field.path().stream())
                    .reduce((before, name) -> before + "." + name)
                    .orElseThrow();
            String name = field.path().get(field.path().size() - 1);
            return Optional.of(new RenamedPart(
                    (snapshot, to) -> RenameField.of(snapshot.directory(), snapshot.project(), typed, to), name, span));
        }
        if (part instanceof ShapePart.OfChoice choice) {
            String typed = choice.vocabulary() + "/" + choice.name();
            return Optional.of(new RenamedPart(
                    (snapshot, to) -> RenameChoice.of(
                            snapshot.directory(), snapshot.project(), typed, Optional.empty(), Optional.of(to)),
                    choice.name(),
                    span));
        }
        if (part instanceof ShapePart.OfKind kind) {
            var sameWords = new NewKindName(Optional.empty(), Optional.empty(), Optional.empty());
            return Optional.of(new RenamedPart(
                    (snapshot, to) -> RenameKind.of(
                            snapshot.directory(), snapshot.project(), kind.name(), to, sameWords, Optional.empty()),
                    kind.name(),
                    span));
        }
        return Optional.empty();
    }

    private static Optional<RenamedPart> choiceId(Snapshot snapshot, SourceFile file, Position cursor) {
        String vocabulary = TypedNames.nameOf(file);
        return Optional.of(file)
                .filter(each -> each.path().equals(ProjectShape.fileOfVocabulary(vocabulary)))
                .flatMap(each -> TypedNames.in(snapshot, each).wordAt(cursor))
                .filter(word -> word.key().equals(VocabularyFile.ID))
                .map(word -> new RenamedPart(
                        (now, to) -> RenameChoice.of(
                                now.directory(),
                                now.project(),
                                vocabulary + "/" + word.value().text().strip(),
                                Optional.of(to),
                                Optional.empty()),
                        word.value().text().strip(),
                        word.value().span()));
    }
}
