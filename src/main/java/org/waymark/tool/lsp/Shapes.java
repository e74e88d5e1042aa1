package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Shape;

/** Finds the shape and the field that a path of keys leads to. */
final class Shapes {
    private Shapes() {}

    /** What the fields of a file are made up of. */
    static Shape of(Kind<?> kind) {
        Shape fields = new Shape.Group(kind.fields());
        return kind.place() instanceof Kind.YamlList ? new Shape.Items(fields) : fields;
    }

    static Optional<Shape> at(Kind<?> kind, List<String> path) {
        Optional<Shape> shape = Optional.of(of(kind));
        for (String key : path) {
            shape = shape.map(Shapes::entered).flatMap(outer -> within(outer, key));
        }
        return shape;
    }

    /** The field that the last key of a path names. */
    static Optional<Field<?>> field(Kind<?> kind, List<String> path) {
        return path.isEmpty()
                ? Optional.empty()
                : at(kind, path.subList(0, path.size() - 1))
                        .map(Shapes::entered)
                        .filter(Shape.Group.class::isInstance)
                        .flatMap(group -> named(((Shape.Group) group).fields(), path.get(path.size() - 1)));
    }

    /** The shape of a list's items; any other shape is itself. */
    static Shape entered(Shape shape) {
        return shape instanceof Shape.Items items ? entered(items.item()) : shape;
    }

    private static Optional<Shape> within(Shape outer, String key) {
        if (outer instanceof Shape.Group group) {
            return named(group.fields(), key).map(field -> field.type().shape());
        }
        return outer instanceof Shape.Named named && named.names().contains(key)
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
