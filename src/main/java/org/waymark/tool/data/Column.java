package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ListOf;
import org.waymark.schema.ScalarType;
import org.waymark.schema.WithSpan;
import org.waymark.source.CellList;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * A column of a table of entries: a field, or a part of one.
 *
 * @param steps from the field inwards: names of fields, and numbers from 1 within a list of groups
 * @param labels the same for readers, from their labels
 * @param field the field itself
 * @param type of the value in a cell
 */
record Column(List<String> steps, List<String> labels, Field<?> field, FieldType<?> type) {
    Column {
        steps = List.copyOf(steps);
        labels = List.copyOf(labels);
    }

    /** Its name in the header: {@code size.seats}, {@code sources.2.url}. */
    String name() {
        return String.join(".", steps);
    }

    /** Its name from the labels of the fields: {@code Size: Seats}. */
    String label() {
        return String.join(": ", labels);
    }

    /** The type of each value in a cell. */
    FieldType<?> itemType() {
        return plain(type instanceof ListOf<?> list ? list.item() : type);
    }

    boolean isList() {
        return type instanceof ListOf && itemType() instanceof ScalarType;
    }

    /** Whether a cell contains a single value or several; otherwise it contains YAML. */
    boolean isOfTexts() {
        return itemType() instanceof ScalarType;
    }

    static FieldType<?> plain(FieldType<?> type) {
        return type instanceof WithSpan<?> with ? plain(with.type()) : type;
    }

    /**
     * The columns of some fields.
     *
     * @param groups how many columns a list of groups needs, by its field
     */
    static List<Column> of(List<Field<?>> fields, Groups groups) {
        var columns = new ArrayList<Column>();
        fields.forEach(field -> add(columns, List.of(), List.of(), field, field, groups));
        return columns;
    }

    /** Whether readers see all of its value. */
    boolean isForReaders() {
        List<Field<?>> fields = List.of(field);
        for (String step : steps) {
            Optional<Field<?>> part =
                    fields.stream().filter(each -> each.name().equals(step)).findFirst();
            if (part.filter(each -> !each.display().isForReaders()).isPresent()) {
                return false;
            }
            fields = part.map(each ->
                            plain(each.itemType()) instanceof Group<?> group ? group.fields() : List.<Field<?>>of())
                    .orElse(fields); // a number stays within its list
        }
        return true;
    }

    /** How many columns a list of groups needs. */
    @FunctionalInterface
    interface Groups {
        int most(Field<?> field);
    }

    private static void add(
            List<Column> columns,
            List<String> before,
            List<String> labels,
            Field<?> top,
            Field<?> field,
            Groups groups) {
        List<String> steps = with(before, field.name());
        List<String> names = with(labels, field.display().label());
        FieldType<?> type = plain(field.type());
        if (type instanceof Group<?> group) {
            group.fields().forEach(part -> add(columns, steps, names, top, part, groups));
        } else if (before.isEmpty() && type instanceof ListOf<?> list && plain(list.item()) instanceof Group<?> group) {
            for (int i = 1; i <= groups.most(field); i++) {
                List<String> item = with(steps, String.valueOf(i));
                List<String> itemNames = with(names, String.valueOf(i));
                group.fields().forEach(part -> add(columns, item, itemNames, top, part, groups));
            }
        } else {
            columns.add(new Column(steps, names, top, type));
        }
    }

    private static List<String> with(List<String> list, String last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** What a cell shows of an entry. */
    String text(Mapping entry) {
        return find(Optional.of(entry), steps).map(this::text).orElse("");
    }

    private static Optional<Value> find(Optional<Value> value, List<String> steps) {
        if (steps.isEmpty() || value.isEmpty()) {
            return value;
        }
        String step = steps.get(0);
        Optional<Value> next = Optional.empty();
        if (value.get() instanceof Mapping mapping) {
            next = mapping.member(step).flatMap(Member::value);
        } else if (value.get() instanceof Sequence list && isNumber(step)) {
            int index = Integer.parseInt(step);
            next = index <= list.items().size() ? Optional.of(list.items().get(index - 1)) : Optional.empty();
        }
        return find(next, steps.subList(1, steps.size()));
    }

    private String text(Value value) {
        if (value instanceof Scalar scalar) {
            return isList()
                    ? CellList.join(List.of(scalar.text().strip()))
                    : scalar.text().strip();
        }
        if (isList() && value instanceof Sequence list && list.items().stream().allMatch(Scalar.class::isInstance)) {
            return CellList.join(list.items().stream()
                    .map(item -> ((Scalar) item).text().strip())
                    .toList());
        }
        return value instanceof Sequence list && list.items().isEmpty() ? "" : CellYaml.of(value);
    }

    /**
     * A field's value with a different one in this column.
     *
     * @param now the value of the whole field
     * @param cell empty for none
     */
    Optional<Value> set(Optional<Value> now, Optional<Value> cell, Span span) {
        return set(now, steps.subList(1, steps.size()), cell, span);
    }

    private static Optional<Value> set(Optional<Value> now, List<String> steps, Optional<Value> cell, Span span) {
        if (steps.isEmpty()) {
            return cell;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (isNumber(step)) {
            List<Value> items = new ArrayList<>(now.orElse(null) instanceof Sequence list ? list.items() : List.of());
            int index = Integer.parseInt(step) - 1;
            while (items.size() <= index) {
                items.add(new Mapping(List.of(), span));
            }
            items.set(
                    index,
                    set(Optional.of(items.get(index)), rest, cell, span).orElseGet(() -> new Mapping(List.of(), span)));
            return Optional.of(new Sequence(items, false, span));
        }
        List<Member> members =
                new ArrayList<>(now.orElse(null) instanceof Mapping mapping ? mapping.members() : List.of());
        Optional<Value> before = members.stream()
                .filter(member -> member.key().text().equals(step))
                .findFirst()
                .flatMap(Member::value);
        Optional<Value> after = set(before, rest, cell, span);
        replace(members, step, after, span);
        return Optional.of(new Mapping(members, span));
    }

    private static void replace(List<Member> members, String name, Optional<Value> value, Span span) {
        int at = 0;
        while (at < members.size() && !members.get(at).key().text().equals(name)) {
            at++;
        }
        Scalar key = new Scalar(name, span);
        if (at < members.size()) {
            key = members.remove(at).key();
        }
        if (value.isPresent()) {
            members.add(at, new Member(key, value));
        }
    }

    /** A value without groups that are empty, which were set only to be filled. */
    static Optional<Value> compact(Optional<Value> value) {
        if (value.orElse(null) instanceof Mapping mapping) {
            List<Member> members = mapping.members().stream()
                    .map(member -> new Member(member.key(), compact(member.value())))
                    .filter(member -> member.value().isPresent())
                    .toList();
            return members.isEmpty() ? Optional.empty() : Optional.of(new Mapping(members, mapping.span()));
        }
        if (value.orElse(null) instanceof Sequence list) {
            List<Value> items = list.items().stream()
                    .flatMap(item -> compact(Optional.of(item)).stream())
                    .toList();
            return items.isEmpty() ? Optional.empty() : Optional.of(new Sequence(items, false, list.span()));
        }
        return value;
    }

    private static boolean isNumber(String step) {
        return step.matches("[1-9]\\d{0,2}");
    }

    @Override
    public String toString() {
        return steps.stream().collect(Collectors.joining("."));
    }
}
