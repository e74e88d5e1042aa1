package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Text;
import org.waymark.tool.changes.FieldChange.Detail;
import org.waymark.tool.changes.FieldValue.GroupValue;
import org.waymark.tool.changes.FieldValue.ListValue;

/** Compares the fields of an entry in two snapshots. */
final class FieldComparison {
    private static final FieldType<?> PLAIN = new Text("");

    private final EntryLabels names;

    FieldComparison(EntryLabels names) {
        this.names = names;
    }

    /** The fields that differ: those of the kind in order, then any others. */
    List<FieldChange> compare(Kind kind, Map<String, FieldValue> before, Map<String, FieldValue> after) {
        var fields = new LinkedHashMap<String, Field<?>>();
        kind.fields().forEach(field -> fields.put(field.name(), field));
        boolean isForReaders = names.kinds().isForReaders(kind);
        Set<String> all = new LinkedHashSet<>(fields.keySet());
        all.addAll(before.keySet());
        all.addAll(after.keySet());
        var changes = new ArrayList<FieldChange>();
        for (String name : all) {
            Optional<Field<?>> field = Optional.ofNullable(fields.get(name));
            FieldType<?> type = field.<FieldType<?>>map(Field::type).orElse(PLAIN);
            Optional<FieldValue> was = Optional.ofNullable(before.get(name)).map(old -> names.updated(old, type));
            Optional<FieldValue> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                changes.add(new FieldChange(
                        name,
                        field.filter(declared -> isForReaders)
                                .map(declared -> declared.display().label())
                                .orElse(name),
                        isList(was, is),
                        details(type, isForReaders, was, is)));
            }
        }
        return changes;
    }

    private List<Detail> details(
            FieldType<?> type, boolean byLabel, Optional<FieldValue> before, Optional<FieldValue> after) {
        Optional<FieldValue> some = after.or(() -> before);
        if (isList(before, after)) {
            FieldType<?> item = type instanceof ListOf<?> items ? items.item() : PLAIN;
            return items(item, all(before), all(after));
        }
        if (some.get() instanceof GroupValue
                && isOrAbsent(before, GroupValue.class)
                && isOrAbsent(after, GroupValue.class)) {
            return members(type, byLabel, members(before), members(after));
        }
        return List.of(detail("", type, before, after));
    }

    private static boolean isList(Optional<FieldValue> before, Optional<FieldValue> after) {
        return isOrAbsent(before, ListValue.class) && isOrAbsent(after, ListValue.class);
    }

    private static boolean isOrAbsent(Optional<FieldValue> content, Class<? extends FieldValue> type) {
        return content.isEmpty() || type.isInstance(content.get());
    }

    private static List<FieldValue> all(Optional<FieldValue> content) {
        return content.isPresent() ? ((ListValue) content.get()).all() : List.of();
    }

    private static Map<String, FieldValue> members(Optional<FieldValue> content) {
        return content.isPresent() ? ((GroupValue) content.get()).members() : Map.of();
    }

    private Detail detail(String item, FieldType<?> type, Optional<FieldValue> before, Optional<FieldValue> after) {
        return new Detail(item, before.map(was -> names.words(was, type)), after.map(is -> names.words(is, type)));
    }

    /** The items that only one list has. Groups that clearly represent the same item are compared with each other. */
    private List<Detail> items(FieldType<?> type, List<FieldValue> before, List<FieldValue> after) {
        var removed = new ArrayList<>(before);
        var added = new ArrayList<>(after);
        after.forEach(item -> {
            if (removed.remove(item)) {
                added.remove(item);
            }
        });
        var details = new ArrayList<Detail>();
        for (FieldValue item : List.copyOf(added)) {
            Optional<FieldValue> same = removed.stream()
                    .filter(old -> ItemMatching.isSame(old, item))
                    .findFirst()
                    .or(() -> removed.stream()
                            .filter(old -> ItemMatching.isSimilar(old, item))
                            .findFirst());
            if (same.isPresent()) {
                removed.remove(same.get());
                added.remove(item);
                details.addAll(members((GroupValue) same.get(), (GroupValue) item));
            }
        }
        removed.forEach(item -> details.add(detail("", type, Optional.of(item), Optional.empty())));
        added.forEach(item -> details.add(detail("", type, Optional.empty(), Optional.of(item))));
        return details;
    }

    private List<Detail> members(GroupValue before, GroupValue after) {
        String name = after.firstOf("label", "title", "name").orElse("");
        String called = after.member(name).map(FieldValue::words).orElse("");
        var details = new ArrayList<Detail>();
        differing(before.members(), after.members())
                .forEach(member -> details.add(detail(
                        item(member, name, called, after),
                        PLAIN,
                        Optional.ofNullable(before.members().get(member)),
                        Optional.ofNullable(after.members().get(member)))));
        return details;
    }

    /** How to refer to a member of an item: a figure's number by its label, and vice versa. */
    private static String item(String member, String name, String called, GroupValue after) {
        if (member.equals(name)) {
            return after.member("value").map(FieldValue::words).orElse(member);
        }
        return member.equals("value") || called.isEmpty() ? called : called + ", " + member;
    }

    private List<Detail> members(
            FieldType<?> type, boolean byLabel, Map<String, FieldValue> before, Map<String, FieldValue> after) {
        var parts = new LinkedHashMap<String, Field<?>>();
        if (type instanceof Group<?> group) {
            group.fields().forEach(part -> parts.put(part.name(), part));
        }
        var details = new ArrayList<Detail>();
        for (String name : differing(before, after)) {
            Optional<Field<?>> part = Optional.ofNullable(parts.get(name));
            details.add(detail(
                    part.filter(declared -> byLabel)
                            .map(declared -> declared.display().label())
                            .orElse(name),
                    part.<FieldType<?>>map(Field::type).orElse(PLAIN),
                    Optional.ofNullable(before.get(name)),
                    Optional.ofNullable(after.get(name))));
        }
        return details;
    }

    /** The names of the members that are not the same, those of the newer group first. */
    private static List<String> differing(Map<String, FieldValue> before, Map<String, FieldValue> after) {
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        return all.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }
}
