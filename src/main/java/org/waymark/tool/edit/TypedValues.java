package org.waymark.tool.edit;

import java.util.List;
import java.util.function.BiConsumer;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ListOf;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Every single value of some fields, as typed, with its declared type. */
final class TypedValues {
    private TypedValues() {}

    /** Passes on each value, including those in lists and groups. */
    static void forEach(List<Field<?>> fields, Mapping typed, BiConsumer<FieldType<?>, Scalar> values) {
        for (Field<?> field : fields) {
            typed.member(field.name()).flatMap(Member::value).ifPresent(value -> each(field.type(), value, values));
        }
    }

    private static void each(FieldType<?> type, Value value, BiConsumer<FieldType<?>, Scalar> values) {
        if (type instanceof ListOf<?> list && value instanceof Sequence items) {
            items.items().forEach(item -> each(list.item(), item, values));
        } else if (type instanceof Group<?> group && value instanceof Mapping parts) {
            forEach(group.fields(), parts, values);
        } else if (value instanceof Scalar scalar) {
            values.accept(type, scalar);
        }
    }
}
