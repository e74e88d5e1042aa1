package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Shape;
import org.waymark.tool.changes.Content.Group;
import org.waymark.tool.changes.Content.Items;
import org.waymark.tool.changes.FieldChange.Detail;

/** Compares the fields of an entry in two states. */
final class FieldComparison {
    private final Names names;

    FieldComparison(Names names) {
        this.names = names;
    }

    /** The fields that differ: those of the kind in their order, then any others. */
    List<FieldChange> compare(Kind<?> kind, Map<String, Content> before, Map<String, Content> after) {
        var shapes = new LinkedHashMap<String, Shape>();
        for (Field<?> field : kind.fields()) {
            shapes.put(field.name(), field.type().shape());
        }
        Set<String> all = new LinkedHashSet<>(shapes.keySet());
        all.addAll(before.keySet());
        all.addAll(after.keySet());
        var changes = new ArrayList<FieldChange>();
        for (String name : all) {
            Shape shape = shapes.getOrDefault(name, new Shape.Text());
            Optional<Content> was = Optional.ofNullable(before.get(name)).map(old -> names.updated(old, shape));
            Optional<Content> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                changes.add(new FieldChange(name, isList(was, is), details(shape, was, is)));
            }
        }
        return changes;
    }

    private List<Detail> details(Shape shape, Optional<Content> before, Optional<Content> after) {
        Optional<Content> some = after.or(() -> before);
        if (isList(before, after)) {
            Shape item = shape instanceof Shape.Items items ? items.item() : new Shape.Text();
            return items(item, all(before), all(after));
        }
        if (some.get() instanceof Group && isOrAbsent(before, Group.class) && isOrAbsent(after, Group.class)) {
            return members(members(before), members(after));
        }
        return List.of(detail("", shape, before, after));
    }

    private static boolean isList(Optional<Content> before, Optional<Content> after) {
        return isOrAbsent(before, Items.class) && isOrAbsent(after, Items.class);
    }

    private static boolean isOrAbsent(Optional<Content> content, Class<? extends Content> type) {
        return content.isEmpty() || type.isInstance(content.get());
    }

    private static List<Content> all(Optional<Content> content) {
        return content.isPresent() ? ((Items) content.get()).all() : List.of();
    }

    private static Map<String, Content> members(Optional<Content> content) {
        return content.isPresent() ? ((Group) content.get()).members() : Map.of();
    }

    private Detail detail(String item, Shape shape, Optional<Content> before, Optional<Content> after) {
        return new Detail(item, before.map(was -> names.words(was, shape)), after.map(is -> names.words(is, shape)));
    }

    /** What is in one list only. Groups that are plainly the same thing are compared with each other. */
    private List<Detail> items(Shape shape, List<Content> before, List<Content> after) {
        var gone = new ArrayList<>(before);
        var added = new ArrayList<>(after);
        after.forEach(item -> {
            if (gone.remove(item)) {
                added.remove(item);
            }
        });
        var details = new ArrayList<Detail>();
        for (Content item : List.copyOf(added)) {
            Optional<Content> same = gone.stream()
                    .filter(old -> Sameness.isSame(old, item))
                    .findFirst()
                    .or(() -> gone.stream()
                            .filter(old -> Sameness.isSimilar(old, item))
                            .findFirst());
            if (same.isPresent()) {
                gone.remove(same.get());
                added.remove(item);
                details.addAll(members((Group) same.get(), (Group) item));
            }
        }
        gone.forEach(item -> details.add(detail("", shape, Optional.of(item), Optional.empty())));
        added.forEach(item -> details.add(detail("", shape, Optional.empty(), Optional.of(item))));
        return details;
    }

    private List<Detail> members(Group before, Group after) {
        String name = after.firstOf("label", "title", "name").orElse("");
        String called = after.member(name).map(Content::words).orElse("");
        return members(before.members(), after.members()).stream()
                .map(detail -> new Detail(item(detail.item(), name, called, after), detail.before(), detail.after()))
                .toList();
    }

    /** How to call a member of an item: of a figure the number by what it counts, and the other way round. */
    private static String item(String member, String name, String called, Group after) {
        if (member.equals(name)) {
            return after.member("value").map(Content::words).orElse(member);
        }
        return member.equals("value") || called.isEmpty() ? called : called + ", " + member;
    }

    private List<Detail> members(Map<String, Content> before, Map<String, Content> after) {
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        var details = new ArrayList<Detail>();
        for (String name : all) {
            Optional<Content> was = Optional.ofNullable(before.get(name));
            Optional<Content> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                details.add(detail(name, new Shape.Text(), was, is));
            }
        }
        return details;
    }
}
