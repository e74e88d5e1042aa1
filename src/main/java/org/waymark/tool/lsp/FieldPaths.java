package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;

/** Resolves a path of keys, such as {@code sources, url}, to a field and its type. */
final class FieldPaths {
    private FieldPaths() {}

    /** The type of a whole file, or of its front matter. */
    static FieldType<?> of(Kind kind) {
        FieldType<?> fields = new Group<>(kind.phrase(), kind.fields(), read -> read);
        return kind.place() instanceof Kind.YamlList ? new ListOf<>(fields) : fields;
    }

    static Optional<FieldType<?>> at(Kind kind, List<String> path) {
        Optional<FieldType<?>> found = Optional.of(of(kind));
        for (String key : path) {
            found = found.map(FieldPaths::entered).flatMap(outer -> within(outer, key));
        }
        return found;
    }

    /** The field named by the last key of a path. */
    static Optional<Field<?>> field(Kind kind, List<String> path) {
        return path.isEmpty()
                ? Optional.empty()
                : at(kind, path.subList(0, path.size() - 1))
                        .map(FieldPaths::entered)
                        .filter(Group.class::isInstance)
                        .flatMap(group -> named(((Group<?>) group).fields(), path.get(path.size() - 1)));
    }

    /** The type of a list's items; any other type is returned as it is. */
    static FieldType<?> entered(FieldType<?> type) {
        return type instanceof ListOf<?> items ? entered(items.item()) : type;
    }

    private static Optional<FieldType<?>> within(FieldType<?> outer, String key) {
        if (outer instanceof Group<?> group) {
            return named(group.fields(), key).map(field -> field.type());
        }
        return outer instanceof MapOf<?> named && named.keys().contains(key)
                ? Optional.of(named.value())
                : Optional.empty();
    }

    private static Optional<Field<?>> named(List<Field<?>> fields, String name) {
        for (Field<?> field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
