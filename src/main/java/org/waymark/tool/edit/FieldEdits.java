package org.waymark.tool.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
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
    private final Kind kind;
    private final Mapping fields;

    /**
     * @param fields the fields as typed in the file
     */
    FieldEdits(SourceFile file, Kind kind, Mapping fields) {
        this.positions = new YamlPositions(file);
        this.kind = kind;
        this.fields = fields;
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
        int ordinal = kind.field(field.name()).map(Field::ordinal).orElse(0);
        for (int i = ordinal - 1; i >= 0; i--) {
            Optional<Member> member = fields.member(kind.fields().get(i).name());
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
