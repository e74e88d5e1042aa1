package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.ContentReader;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.MapOf;
import org.waymark.schema.PartName.Part;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;
import org.waymark.tool.lsp.CompletionProposal.Sort;
import org.waymark.tool.lsp.TypedNames.Name;

/** Completes the names of parts of a shape, in a file that declares one of them. */
final class PartCompletion {
    private final Snapshot snapshot;
    private final String file;
    private final FieldCursor cursor;
    private final SourceFile readable;
    private final List<Field<?>> own;
    private final boolean isExtending;

    /** A name and what it stands for. */
    private record Named(String name, String detail) {
        static Named of(Field<?> field) {
            return new Named(field.name(), field.doc());
        }
    }

    private PartCompletion(Snapshot snapshot, SourceFile source, FieldCursor cursor) {
        this.snapshot = snapshot;
        this.file = TypedNames.nameOf(source);
        this.cursor = cursor;
        this.readable = readable(source, cursor.word().startLine());
        Mapping mapping = mapping(readable).orElse(new Mapping(List.of(), cursor.word()));
        this.own = TypedNames.ownFields(snapshot, file, mapping);
        this.isExtending = mapping.has(KindFile.EXTENDS.name());
    }

    static PartCompletion of(Snapshot snapshot, SourceFile source, FieldCursor cursor) {
        return new PartCompletion(snapshot, source, cursor);
    }

    /** The file without the line that is being typed, if it cannot be read with it. */
    private static SourceFile readable(SourceFile source, int line) {
        if (ContentReader.readYaml(source).diagnostics().isEmpty()) {
            return source;
        }
        int start = source.offset(new Position(line, 1));
        int end = start + source.line(line).length();
        return SourceFile.of(
                source.path(), source.text().substring(0, start) + source.text().substring(end));
    }

    private static Optional<Mapping> mapping(SourceFile source) {
        return ContentReader.typedFields(source).stream().findFirst();
    }

    /** The fields of the shape that a file can change which extends it. */
    Stream<CompletionProposal> fieldsToChange() {
        boolean isNested = cursor.path().size() > 1;
        return isNested || !isExtending
                ? Stream.of()
                : own.stream()
                        .filter(field -> !CommonFields.isCommon(field))
                        .filter(field -> !cursor.present().containsKey(field.name()))
                        .map(field -> CompletionProposal.plain(
                                Sort.FIELD,
                                field.name(),
                                "a field of the shape",
                                field.doc(),
                                field.name() + ": ",
                                field.name(),
                                cursor.word()));
    }

    /** The names of parts, each with what is before and after it. */
    Stream<CompletionProposal> names(Part part, Optional<FieldType<?>> owner, String before, String after) {
        Stream<Named> named = switch (part) {
            case KIND -> snapshot.shape().kinds().stream().map(kind -> new Named(kind.name(), kind.phrase()));
            case FIELD, SIBLING -> fields(owner).map(Named::of);
            case VOCABULARY ->
                snapshot.shape().vocabularies().keySet().stream().map(name -> new Named(name, "a vocabulary"));
            case PATH -> paths().stream();
            case FIELD_OF_KIND -> namingFields();
            case FACET_OF_KIND -> facetsOfKinds();
            case PATH_OF_KIND -> references();
            case FACET -> facets().map(word -> new Named(word, "a facet of this kind"));
            case NEW_FACET, NEW_CHOICE -> Stream.of();
        };
        return named.map(name -> CompletionProposal.plain(
                Sort.REFERENCE,
                name.name(),
                name.detail(),
                "",
                before + name.name() + after,
                before + name.name() + after + " " + name.detail(),
                cursor.word()));
    }

    /** The fields of this kind; for a role, those that can have it. */
    private Stream<Field<?>> fields(Optional<FieldType<?>> owner) {
        Optional<Role> role = owner.filter(MapOf.class::isInstance)
                .flatMap(roles -> Role.named(cursor.path().get(cursor.path().size() - 1)));
        return own.stream().filter(field -> role.isEmpty() || role.get().allows(field.type()));
    }

    /** The fields that readers see, and those of what they refer to or contain. */
    private List<Named> paths() {
        var paths = new ArrayList<Named>();
        for (Field<?> field : own) {
            if (field.display().isForReaders()) {
                paths.add(Named.of(field));
                List<Field<?>> further = field.itemType() instanceof Reference reference
                        ? snapshot.shape()
                                .kind(reference.kinds().get(0))
                                .map(Kind::fields)
                                .orElse(List.of())
                        : FieldPaths.fields(field.itemType(), Map.of());
                further.stream()
                        .filter(next -> next.display().isForReaders())
                        .forEach(next -> paths.add(new Named(field.name() + "." + next.name(), next.doc())));
            }
        }
        return paths;
    }

    /** The fields of any kind that refer to something. */
    private Stream<Named> references() {
        return snapshot.shape().kinds().stream()
                .flatMap(kind -> kind.fields().stream()
                        .filter(field -> field.itemType() instanceof Reference
                                && field.display().isForReaders())
                        .map(field -> new Named(kind.name() + "." + field.name(), field.doc())));
    }

    /** The fields of kinds that refer to this one. */
    private Stream<Named> namingFields() {
        return snapshot.shape().kinds().stream()
                .flatMap(kind -> kind.fields().stream()
                        .filter(field -> field.itemType() instanceof Reference reference
                                && reference.kinds().contains(file))
                        .map(field -> new Named(kind.name() + "." + field.name(), field.doc())));
    }

    private Stream<Named> facetsOfKinds() {
        return snapshot.shape().kinds().stream()
                .flatMap(kind -> kind.listing().facets().stream()
                        .map(facet -> new Named(kind.name() + "." + facet.word(), facet.label())));
    }

    private Stream<String> facets() {
        return TypedNames.in(snapshot, readable).names().stream()
                .filter(Name::isDeclaration)
                .filter(name -> name.part() instanceof ShapePart.OfFacet)
                .map(name -> name.part().name())
                .distinct();
    }
}
