package org.waymark.tool.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Kind;
import org.waymark.schema.MapOf;
import org.waymark.schema.PartsByType;
import org.waymark.schema.Role;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.tool.lsp.TypedNames.Word;

/** Describes, in Markdown, what the words of a file of a shape mean. */
final class ShapeHelp {
    private static final int MOST_NAMES = 30;

    private ShapeHelp() {}

    /** What the word at a cursor means: a key of the file, a type, a role, or a name of a part of the shape. */
    static Optional<HoverText> at(Snapshot snapshot, SourceFile file, Position cursor) {
        TypedNames names = TypedNames.in(snapshot, file);
        Optional<HoverText> place = snapshot.kindOf(file)
                .flatMap(kind -> LabelPlaceholder.at(file, kind, cursor))
                .flatMap(found -> found.help(file));
        if (place.isPresent()) {
            return place;
        }
        return names.keyAt(cursor)
                .map(key -> new HoverText(
                        "**" + key.field().name() + "**\n\n" + FieldHelp.of(snapshot.shape(), key.field()), key.span()))
                .or(() -> names.at(cursor)
                        .flatMap(name ->
                                of(snapshot.shape(), name.part()).map(text -> new HoverText(text, name.span()))))
                .or(() -> names.wordAt(cursor)
                        .flatMap(word -> type(word)
                                .map(text -> new HoverText(text, word.value().span()))))
                .or(() -> names.roleAt(cursor));
    }

    static Optional<String> of(Shape shape, ShapePart part) {
        if (part instanceof ShapePart.OfKind of) {
            return kind(shape, of.name()).map(kind -> kind(kind));
        } else if (part instanceof ShapePart.OfField of) {
            return field(shape, of)
                    .map(field -> "**" + String.join(".", of.path()) + "**, a field of "
                            + kind(shape, of.kind()).map(Kind::phrase).orElse("`" + of.kind() + "`") + "\n\n"
                            + FieldHelp.of(shape, field));
        } else if (part instanceof ShapePart.OfVocabulary of) {
            return Optional.ofNullable(shape.vocabularies().get(of.name())).map(ShapeHelp::vocabulary);
        } else if (part instanceof ShapePart.OfChoice of) {
            return Optional.of("**" + of.name() + "**, a choice of `" + of.vocabulary() + "`");
        }
        return Optional.of("**" + part.name() + "**, the word of a facet");
    }

    private static Optional<Kind> kind(Shape shape, String name) {
        return shape.kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static Optional<Field<?>> field(Shape shape, ShapePart.OfField of) {
        List<Field<?>> here = kind(shape, of.kind()).map(Kind::fields).orElse(List.of());
        Optional<Field<?>> found = Optional.empty();
        for (String name : of.path()) {
            found = FieldPaths.named(here, name);
            here = found.map(field -> FieldPaths.fields(field.itemType(), Map.of()))
                    .orElse(List.of());
        }
        return found;
    }

    private static String kind(Kind kind) {
        return "**" + kind.name() + "**: " + kind.phrase() + ", in `"
                + kind.place().path() + "`\n\nIts fields: "
                + list(kind.fields().stream().map(Field::name).toList()) + ".";
    }

    private static String vocabulary(Vocabulary vocabulary) {
        return "**" + vocabulary.name() + "**, with the choices "
                + list(vocabulary.options().stream()
                        .map(Vocabulary.Option::label)
                        .toList())
                + ".";
    }

    /** What a type needs and may have besides the keys of every field. */
    private static Optional<String> type(Word word) {
        if (!(word.owner() instanceof PartsByType<?> parts)
                || !word.type().choices().contains(word.value().text().strip())) {
            return Optional.empty();
        }
        boolean isDecider = word.key().equals(parts.decider());
        PartsByType<?> declares = word.type() instanceof PartsByType<?> item ? item : parts;
        if (!isDecider && declares == parts) {
            return Optional.empty();
        }
        String name = word.value().text().strip();
        List<Field<?>> common = declares.parts(Optional.of(""));
        List<Field<?>> more = declares.parts(Optional.of(name)).stream()
                .filter(part -> !common.contains(part))
                .toList();
        return Optional.of("**" + name + "**, a type"
                + listed(
                        "\n\nIt needs ", more.stream().filter(Field::isRequired).toList())
                + listed(
                        "\n\nIt may have ",
                        more.stream().filter(part -> !part.isRequired()).toList()));
    }

    private static String listed(String beginning, List<Field<?>> parts) {
        return parts.isEmpty()
                ? ""
                : beginning
                        + parts.stream()
                                .map(part -> "`" + part.name() + "` (" + part.doc() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    /** What a role is for. */
    static Optional<String> role(FieldType<?> owner, String key) {
        return owner instanceof MapOf<?>
                ? Role.named(key).map(role -> "**" + key + "**, a role: its field is " + role.wanted() + ".")
                : Optional.empty();
    }

    private static String list(List<String> names) {
        return names.stream().limit(MOST_NAMES).map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}
