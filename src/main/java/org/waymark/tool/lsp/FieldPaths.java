package org.waymark.tool.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.schema.OneOrMany;
import org.waymark.schema.PartsByName;
import org.waymark.schema.PartsByType;

/** Resolves a path of keys, such as {@code sources, url}, to a field and its type. */
final class FieldPaths {
    private FieldPaths() {}

    /** The type of a whole file, or of its front matter. */
    static FieldType<?> of(Kind kind) {
        FieldType<?> fields = new Group<>(kind.phrase(), kind.fields(), read -> read);
        return kind.place() instanceof Kind.YamlList ? new ListOf<>(fields) : fields;
    }

    /** The type of what is expected at a cursor. */
    static Optional<FieldType<?>> at(Kind kind, FieldCursor cursor) {
        return at(kind, cursor.path(), cursor.levels());
    }

    private static Optional<FieldType<?>> at(Kind kind, List<String> path, List<Map<String, String>> levels) {
        Optional<FieldType<?>> found = Optional.of(of(kind));
        for (int i = 0; i < path.size(); i++) {
            String key = path.get(i);
            Map<String, String> siblings = levels.get(i);
            found = found.map(FieldPaths::entered).flatMap(outer -> within(outer, key, siblings));
        }
        return found;
    }

    /** The field whose value the cursor is in. */
    static Optional<Field<?>> field(Kind kind, FieldCursor cursor) {
        int last = cursor.path().size() - 1;
        return last < 0
                ? Optional.empty()
                : at(kind, cursor.path().subList(0, last), cursor.levels())
                        .map(FieldPaths::entered)
                        .flatMap(outer -> named(
                                fields(outer, cursor.levels().get(last)),
                                cursor.path().get(last)));
    }

    /** The type around the innermost key of a cursor. */
    static Optional<FieldType<?>> owner(Kind kind, FieldCursor cursor) {
        int last = cursor.path().size() - 1;
        return last < 0
                ? Optional.empty()
                : at(kind, cursor.path().subList(0, last), cursor.levels()).map(FieldPaths::entered);
    }

    /**
     * The fields of a group; none for any other type.
     *
     * @param members what the group has so far
     */
    static List<Field<?>> fields(FieldType<?> type, Map<String, String> members) {
        if (type instanceof Group<?> group) {
            return group.fields();
        }
        return type instanceof PartsByType<?> parts
                ? parts.parts(Optional.ofNullable(members.get(parts.decider())))
                : List.of();
    }

    /** The type of a list's items; any other type is returned as it is. */
    static FieldType<?> entered(FieldType<?> type) {
        if (type instanceof OneOrMany<?> some) {
            return entered(some.item());
        }
        return type instanceof ListOf<?> items ? entered(items.item()) : type;
    }

    /** The type of the value under a key. */
    static Optional<FieldType<?>> within(FieldType<?> outer, String key, Map<String, String> members) {
        if (outer instanceof PartsByName<?> names) {
            return Optional.of(names.part());
        }
        if (outer instanceof MapOf<?> map) {
            return map.keys().contains(key) ? Optional.of(map.value()) : Optional.empty();
        }
        return named(fields(outer, members), key).map(Field::type);
    }

    static Optional<Field<?>> named(List<Field<?>> fields, String name) {
        for (Field<?> field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
