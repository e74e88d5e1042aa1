package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Edits the fields of one entry as typed, preserving comments, quotes and spaces. Each method returns the edits for
 * one field; those for different fields do not overlap.
 */
final class FieldEdits {
    private final YamlPositions positions;
    private final List<Field<?>> declared;
    private final Mapping fields;

    /**
     * @param fields the fields as typed in the file
     */
    FieldEdits(SourceFile file, Kind kind, Mapping fields) {
        this(new YamlPositions(file), kind.fields(), fields);
    }

    private FieldEdits(YamlPositions positions, List<Field<?>> declared, Mapping fields) {
        this.positions = positions;
        this.declared = declared;
        this.fields = fields;
    }

    /**
     * Gives fields other values, of any type. What a field keeps of its value, such as the items of a list, stays as typed.
     *
     * @param values in the declared order of the fields
     */
    List<Edit> become(List<NewValue> values) {
        if (positions.isInBrackets(fields) && !fields.members().isEmpty()) {
            Mapping wanted = values.stream().reduce(fields, FieldEdits::with, (a, b) -> b);
            return List.of(positions.edit(
                    positions.start(fields), positions.end(fields), YamlValue.inBrackets(Optional.of(wanted))));
        }
        return values.stream()
                .flatMap(each -> become(each.field(), each.value()).stream())
                .toList();
    }

    private static Mapping with(Mapping fields, NewValue wanted) {
        var members = new ArrayList<>(fields.members());
        members.removeIf(member -> member.key().text().equals(wanted.field().name()));
        wanted.value()
                .ifPresent(value ->
                        members.add(new Member(new Scalar(wanted.field().name(), fields.span()), Optional.of(value))));
        return new Mapping(members, fields.span());
    }

    private List<Edit> become(Field<?> field, Optional<Value> wanted) {
        Optional<Member> member = fields.member(field.name());
        if (wanted.isEmpty()) {
            return remove(field);
        }
        if (member.isEmpty()) {
            return List.of(add(field, wanted.get()));
        }
        Optional<Value> now = member.get().value();
        if (now.isPresent() && UnmergedFields.text(now.get()).equals(UnmergedFields.text(wanted.get()))) {
            return List.of();
        }
        return now.flatMap(value -> become(field.type(), value, wanted.get()))
                .orElseGet(() -> List.of(replace(member.get(), wanted.get())));
    }

    /** Edits within a value; empty if it has to be rewritten as a whole. */
    private Optional<List<Edit>> become(FieldType<?> type, Value now, Value wanted) {
        if (now instanceof Scalar scalar && wanted instanceof Scalar text) {
            return scalar.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(List.of(ListEdits.replace(positions, scalar, text.text())));
        }
        if (positions.isInBrackets(now) && !(wanted instanceof Sequence list && isOfTexts(list))) {
            return Optional.empty();
        }
        if (type instanceof Group<?> group && now instanceof Mapping parts && wanted instanceof Mapping other) {
            List<NewValue> values = group.fields().stream()
                    .map(part -> new NewValue(part, other.member(part.name()).flatMap(Member::value)))
                    .toList();
            return Optional.of(new FieldEdits(positions, group.fields(), parts).become(values));
        }
        if (type instanceof ListOf<?> list && now instanceof Sequence items && wanted instanceof Sequence others) {
            return isOfTexts(items) && isOfTexts(others)
                    ? Optional.of(new ListEdits(positions, items).become(texts(others)))
                    : becomeGroups(list.item(), items, others.items());
        }
        return Optional.empty();
    }

    private Optional<List<Edit>> becomeGroups(FieldType<?> item, Sequence now, List<Value> wanted) {
        int kept = Math.min(now.items().size(), wanted.size());
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < kept; i++) {
            Optional<List<Edit>> each = become(item, now.items().get(i), wanted.get(i));
            if (each.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(each.get());
        }
        var list = new ListEdits(positions, now);
        edits.addAll(list.without(now.items().subList(kept, now.items().size())));
        wanted.subList(kept, wanted.size()).forEach(value -> edits.add(list.append(value)));
        return Optional.of(edits);
    }

    private static boolean isOfTexts(Sequence list) {
        return list.items().stream().allMatch(Scalar.class::isInstance);
    }

    private static List<String> texts(Sequence list) {
        return list.items().stream().map(item -> ((Scalar) item).text()).toList();
    }

    private Edit replace(Member member, Value wanted) {
        int start = positions.start(member.key());
        String text = positions.isInBrackets(fields)
                ? member.key().text() + ": " + YamlValue.inBrackets(Optional.of(wanted))
                : MemberEdits.indented(EntryText.member(member.key().text(), wanted), indentation())
                        .strip();
        return positions.edit(start, positions.end(member), text);
    }

    /** Adds a value in the declared order of fields. */
    private Edit add(Field<?> field, Value value) {
        if (value instanceof Sequence list && isOfTexts(list)) {
            return add(field, texts(list).stream().map(YamlValue::of).toList());
        }
        String indentation = indentation();
        String lines = MemberEdits.indented(EntryText.member(field.name(), value), indentation);
        return memberBefore(field)
                .map(member -> positions.insertLines(positions.end(member), lines))
                .orElseGet(() -> positions.insert(positions.start(fields), lines.strip() + "\n" + indentation));
    }

    /**
     * Edits a list of single values. Adds the list if missing, and removes it if it becomes empty.
     *
     * @param change the new text of an item; empty to remove it
     * @param added further items; existing ones are skipped
     */
    List<Edit> rewriteList(Field<?> field, Function<String, Optional<String>> change, List<String> added) {
        Optional<Member> member = fields.member(field.name());
        Optional<Value> value = member.flatMap(Member::value);
        if (value.isPresent() && value.get() instanceof Sequence list) {
            return new ListEdits(positions, list)
                    .rewrite(change, added)
                    .orElseGet(() -> List.of(remove(member.orElseThrow())));
        }
        if (added.isEmpty()) {
            return List.of();
        }
        List<String> items = added.stream().distinct().map(YamlValue::of).toList();
        if (member.isEmpty()) {
            return List.of(add(field, items));
        }
        if (value.isPresent()
                && value.get() instanceof Scalar scalar
                && scalar.text().isBlank()) {
            String text = " [" + String.join(", ", items) + "]";
            int start = positions.afterColon(member.get());
            return List.of(positions.edit(start, Math.max(start, positions.end(scalar)), text));
        }
        throw Refusal.inTheWay("`" + field.name() + "` at " + member.get().key().span()
                + " must be a list; fix it first (see `waymark check`)");
    }

    boolean has(Field<?> field) {
        return fields.member(field.name()).flatMap(Member::value).isPresent();
    }

    int countItems(Field<?> field) {
        Optional<Value> value = fields.member(field.name()).flatMap(Member::value);
        return value.isPresent() && value.get() instanceof Sequence list
                ? list.items().size()
                : 0;
    }

    /** Sets a field with a single value. */
    List<Edit> set(Field<?> field, String text) {
        return fields.member(field.name()).flatMap(Member::value).stream()
                .filter(Scalar.class::isInstance)
                .map(value -> ListEdits.replace(positions, (Scalar) value, text))
                .toList();
    }

    /** Removes a field. Comments above it stay. */
    List<Edit> remove(Field<?> field) {
        return fields.member(field.name()).stream().map(this::remove).toList();
    }

    /** Inserts comment lines below the last field. */
    Edit comment(List<String> lines) {
        String start = indentation() + "# ";
        return positions.insertLines(
                positions.end(fields),
                lines.stream().map(line -> (start + line).stripTrailing()).collect(Collectors.joining("\n")));
    }

    private String indentation() {
        return positions.isInBrackets(fields) || fields.members().isEmpty()
                ? ""
                : " "
                        .repeat(positions.column(
                                positions.start(fields.members().get(0).key())));
    }

    private Edit remove(Member member) {
        return new MemberEdits(positions, fields).remove(member);
    }

    /** Adds a list in the declared order of fields. */
    private Edit add(Field<?> field, List<String> items) {
        String inBrackets = field.name() + ": [" + String.join(", ", items) + "]";
        Optional<Member> before = memberBefore(field);
        if (positions.isInBrackets(fields)) {
            return before.map(member -> positions.insert(positions.end(member), ", " + inBrackets))
                    .orElseGet(() -> positions.insert(positions.start(fields) + 1, inBrackets + ", "));
        }
        String indentation = indentation();
        String text = styleOfLists()
                .map(deeper -> field.name() + ":\n" + ListEdits.lines(indentation + " ".repeat(deeper), items))
                .orElse(inBrackets);
        return before.map(member -> positions.insertLines(positions.end(member), indentation + text))
                .orElseGet(() -> positions.insert(positions.start(fields), text + "\n" + indentation));
    }

    private Optional<Member> memberBefore(Field<?> field) {
        int ordinal = declared.stream()
                .filter(each -> each.name().equals(field.name()))
                .findFirst()
                .map(Field::ordinal)
                .orElse(0);
        for (int i = ordinal - 1; i >= 0; i--) {
            Optional<Member> member = fields.member(declared.get(i).name());
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    /** The indentation of the dashes in the entry's other lists; empty if they are in brackets, or there is none. */
    private Optional<Integer> styleOfLists() {
        for (Member member : fields.members()) {
            if (member.value().isPresent()
                    && member.value().get() instanceof Sequence list
                    && !list.items().isEmpty()) {
                if (positions.isInBrackets(list)) {
                    return Optional.empty();
                }
                int deeper = positions.column(positions.start(list)) - positions.column(positions.start(member.key()));
                return Optional.of(Math.max(0, deeper));
            }
        }
        return Optional.empty();
    }
}
