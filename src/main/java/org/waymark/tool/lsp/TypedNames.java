package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.ListOf;
import org.waymark.schema.OneOrMany;
import org.waymark.schema.PartName;
import org.waymark.schema.PartsByName;
import org.waymark.schema.Reference;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * The names in a file that stand for parts of a shape: in the files of the shape, where parts are declared and named, and in
 * those of entries, whose keys are fields and whose values may be choices. Found as far as the file can be read as YAML.
 */
final class TypedNames {
    private final Snapshot snapshot;
    private final String file;
    private final List<Name> names = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<HoverText> roles = new ArrayList<>();
    /** The fields of the kind that the file declares, or of its entries. */
    private List<Field<?>> own = List.of();

    /**
     * A name of a part.
     *
     * @param isDeclaration whether the part is declared there
     */
    record Name(ShapePart part, Span span, boolean isDeclaration) {}

    /** A key that is a field, of the meta-kind in a file of a shape. */
    record Key(Field<?> field, Span span) {}

    /** A value of a field. */
    record Word(FieldType<?> owner, String key, FieldType<?> type, Scalar value) {}

    private TypedNames(Snapshot snapshot, SourceFile file) {
        this.snapshot = snapshot;
        this.file = nameOf(file);
    }

    static TypedNames in(Snapshot snapshot, SourceFile file) {
        var found = new TypedNames(snapshot, file);
        snapshot.kindOf(file).ifPresent(kind -> found.read(file, kind));
        return found;
    }

    /**
     * Where the project declares a part.
     *
     * @param open a file that may be newer than the snapshot
     */
    static Optional<Span> declaration(Snapshot snapshot, SourceFile open, ShapePart part) {
        Optional<SourceFile> source = open.path().equals(part.file()) ? Optional.of(open) : snapshot.file(part.file());
        return source.stream()
                .flatMap(file -> in(snapshot, file).names().stream())
                .filter(name -> name.isDeclaration() && name.part().equals(part))
                .map(Name::span)
                .findFirst();
    }

    /** The names in a file. */
    List<Name> names() {
        return names;
    }

    /** The name at a cursor; of several, the shortest. */
    Optional<Name> at(Position cursor) {
        return names.stream()
                .filter(name -> TextPositions.touches(name.span(), cursor))
                .findFirst();
    }

    Optional<Key> keyAt(Position cursor) {
        return keys.stream()
                .filter(key -> TextPositions.touches(key.span(), cursor))
                .findFirst();
    }

    /** The explanation of the role at a cursor. */
    Optional<HoverText> roleAt(Position cursor) {
        return roles.stream()
                .filter(role -> TextPositions.touches(role.span(), cursor))
                .findFirst();
    }

    Optional<Word> wordAt(Position cursor) {
        return words.stream()
                .filter(word -> TextPositions.touches(word.value().span(), cursor))
                .findFirst();
    }

    static String nameOf(SourceFile file) {
        String path = file.path();
        return path.substring(path.lastIndexOf('/') + 1, Math.max(path.lastIndexOf('/') + 1, path.lastIndexOf('.')));
    }

    private void read(SourceFile source, Kind kind) {
        boolean isPart = ProjectShape.isPart(source.path());
        boolean isKindFile = isPart && source.path().equals(ProjectShape.fileOfKind(file));
        for (Mapping mapping : ContentReader.typedFields(source)) {
            if (isKindFile) {
                own = ownFields(snapshot, file, mapping);
                declared(new ShapePart.OfKind(file), mapping);
            } else if (source.path().equals(ProjectShape.fileOfVocabulary(file))) {
                declared(new ShapePart.OfVocabulary(file), mapping);
            }
            walk(isPart ? Optional.empty() : Optional.of(kind.name()), group(kind), mapping, List.of());
        }
    }

    private static FieldType<?> group(Kind kind) {
        return FieldPaths.entered(FieldPaths.of(kind));
    }

    /** The fields that a kind file declares, then those that it has from the shape. */
    static List<Field<?>> ownFields(Snapshot snapshot, String kind, Mapping mapping) {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        new KindFile(snapshot.shape().vocabularies(), Optional.empty())
                .declaredFields(mapping)
                .forEach(field -> fields.put(field.name(), field));
        snapshot.shape().kind(kind).filter(known -> known.name().equals(kind)).stream()
                .flatMap(known -> known.fields().stream())
                .forEach(field -> fields.putIfAbsent(field.name(), field));
        return List.copyOf(fields.values());
    }

    /** The line that says what a part is called stands for the part. */
    private void declared(ShapePart part, Mapping mapping) {
        Span place = mapping.member("name")
                .map(member -> member.key().span())
                .orElseGet(() -> Span.startOf(mapping.span().path()));
        names.add(new Name(part, place, true));
    }

    private void walk(Optional<String> kind, FieldType<?> type, Value value, List<String> path) {
        if (value instanceof Sequence list) {
            FieldType<?> item = type instanceof ListOf<?> items ? items.item() : type;
            list.items().forEach(each -> walk(kind, item, each, path));
        } else if (value instanceof Mapping mapping) {
            walk(kind, type, mapping, path);
        }
    }

    private void walk(Optional<String> kind, FieldType<?> type, Mapping mapping, List<String> path) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Member member : mapping.members()) {
            if (member.value().orElse(null) instanceof Scalar scalar) {
                members.put(member.key().text(), scalar.text().strip());
            }
        }
        List<Field<?>> fields = FieldPaths.fields(type, members);
        for (Member member : mapping.members()) {
            String key = member.key().text();
            Optional<FieldType<?>> inner = FieldPaths.within(type, key, members);
            if (inner.isEmpty()) {
                continue;
            }
            List<String> further = path;
            if (kind.isPresent() && type instanceof Group<?>) {
                further = plus(path, key);
                names.add(new Name(
                        new ShapePart.OfField(kind.get(), further), member.key().span(), false));
            } else if (type instanceof PartsByName<?>) {
                further = plus(path, key);
                names.add(new Name(
                        new ShapePart.OfField(file, further), member.key().span(), true));
            }
            ShapeHelp.role(type, key)
                    .map(text -> new HoverText(text, member.key().span()))
                    .ifPresent(roles::add);
            FieldPaths.named(fields, key)
                    .ifPresent(field -> keys.add(new Key(field, member.key().span())));
            List<String> reached = further;
            member.value().ifPresent(value -> {
                scalars(/* owner= */ type, key, /* type= */ inner.get(), value);
                walk(kind, inner.get(), value, reached);
            });
        }
    }

    private static List<String> plus(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    /** A single value, or those of a list. */
    private void scalars(FieldType<?> owner, String key, FieldType<?> type, Value value) {
        if (value instanceof Sequence list) {
            FieldType<?> item = type instanceof ListOf<?> items ? items.item() : type;
            list.items().stream().filter(Scalar.class::isInstance).forEach(each -> scalars(owner, key, item, each));
        } else if (value instanceof Scalar scalar) {
            FieldType<?> single = type instanceof OneOrMany<?> some ? some.item() : type;
            words.add(new Word(owner, key, single, scalar));
            scalar.written().ifPresent(span -> name(single, scalar.text().strip(), span));
        }
    }

    private void name(FieldType<?> type, String text, Span span) {
        if (type instanceof PartName<?> named) {
            part(named.part(), text, span);
        } else if (type instanceof Choice<?> choice) {
            if (choice.values().get(text) instanceof Option
                    && choice.vocabulary().isPresent()) {
                names.add(new Name(
                        new ShapePart.OfChoice(choice.vocabulary().get().name(), text), span, false));
            }
        }
    }

    private void part(PartName.Part part, String text, Span span) {
        switch (part) {
            case KIND -> names.add(new Name(new ShapePart.OfKind(text), span, false));
            case VOCABULARY -> names.add(new Name(new ShapePart.OfVocabulary(text), span, false));
            case FIELD, SIBLING, PATH -> path(file, own, text, span);
            case FIELD_OF_KIND, PATH_OF_KIND -> {
                int dot = text.indexOf('.');
                if (dot > 0) {
                    String kind = text.substring(0, dot);
                    names.add(new Name(new ShapePart.OfKind(kind), span.part(0, dot), false));
                    path(kind, fieldsOf(kind), text.substring(dot + 1), span.part(dot + 1, text.length()));
                }
            }
            case FACET_OF_KIND -> {
                int dot = text.indexOf('.');
                String kind = text.substring(0, dot < 0 ? text.length() : dot);
                names.add(new Name(new ShapePart.OfKind(kind), span.part(0, kind.length()), false));
                if (dot > 0) {
                    names.add(new Name(
                            new ShapePart.OfFacet(kind, text.substring(dot + 1)),
                            span.part(dot + 1, text.length()),
                            false));
                }
            }
            case FACET, NEW_FACET ->
                names.add(new Name(new ShapePart.OfFacet(file, text), span, part == PartName.Part.NEW_FACET));
            case NEW_CHOICE -> names.add(new Name(new ShapePart.OfChoice(file, text), span, true));
        }
    }

    /** The fields that a path names, in sequence, as far as it can be resolved. */
    private void path(String from, List<Field<?>> fields, String path, Span span) {
        String kind = from;
        List<Field<?>> here = fields;
        List<String> within = List.of();
        int start = 0;
        for (String name : path.split("\\.", -1)) {
            List<String> reached = plus(within, name);
            names.add(new Name(new ShapePart.OfField(kind, reached), span.part(start, start + name.length()), false));
            start += name.length() + 1;
            Optional<Field<?>> field = FieldPaths.named(here, name);
            if (field.isEmpty()) {
                return;
            }
            if (field.get().itemType() instanceof Reference reference) {
                kind = reference.kinds().get(0);
                here = fieldsOf(kind);
                within = List.of();
            } else {
                here = FieldPaths.fields(field.get().itemType(), Map.of());
                within = reached;
            }
        }
    }

    private List<Field<?>> fieldsOf(String kind) {
        return snapshot.shape().kind(kind).map(Kind::fields).orElse(List.of());
    }
}
