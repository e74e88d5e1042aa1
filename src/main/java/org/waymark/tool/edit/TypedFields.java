package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Shape;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * The fields of a new entry as someone gives them, one by one: {@code title}, or {@code sources.url} for a part of a group. A
 * list grows with each value. In a list of groups, a part that the last group has already begins the next one.
 */
public final class TypedFields {
    private static final Span NOWHERE = Span.startOf("new");

    private final Kind<?> kind;
    private final Group root;

    public TypedFields(Kind<?> kind) {
        this.kind = kind;
        this.root = new Group(kind.fields());
    }

    /** What has been given so far for some fields: texts, lists of texts, groups, or lists of groups. */
    private record Group(List<Field<?>> fields, Map<String, Object> values) {
        Group(List<Field<?>> fields) {
            this(fields, new LinkedHashMap<>());
        }

        Optional<Field<?>> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * Takes a value. Where the field is a list of single values, commas part them, unless a backslash stands before.
     *
     * @throws Refusal where the kind has no such field, or the text has several lines
     */
    public void set(String path, String text) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw Refusal.wrongUsage("the value of `" + path + "` has several lines; write it on one");
        }
        String[] names = path.strip().split("\\.", -1);
        Group group = root;
        for (int i = 0; i < names.length - 1; i++) {
            group = inner(group, names, i);
        }
        String name = names[names.length - 1];
        Shape shape = shape(group, path, name);
        if (shape instanceof Shape.Items items && !(items.item() instanceof Shape.Group)) {
            List<Object> list = list(group, name);
            parts(text).forEach(list::add);
        } else if (shape instanceof Shape.Text || shape instanceof Shape.Day || isWord(shape)) {
            if (group.values().putIfAbsent(name, text) != null) {
                throw Refusal.wrongUsage("`" + path + "` is given twice");
            }
        } else {
            throw Refusal.wrongUsage(
                    "`" + path + "` has parts; give each of them, such as `" + path + "." + firstPart(shape) + "=…`");
        }
    }

    private static boolean isWord(Shape shape) {
        return shape instanceof Shape.Choice || shape instanceof Shape.Reference || shape instanceof Shape.AnyReference;
    }

    private static String firstPart(Shape shape) {
        Shape whole = shape instanceof Shape.Items items ? items.item() : shape;
        return whole instanceof Shape.Group group ? group.fields().get(0).name() : "name";
    }

    private Group inner(Group group, String[] names, int index) {
        String name = names[index];
        String path = String.join(".", List.of(names).subList(0, index + 1));
        Shape shape = shape(group, path, name);
        if (shape instanceof Shape.Group inner) {
            return (Group) group.values().computeIfAbsent(name, key -> new Group(inner.fields()));
        }
        if (shape instanceof Shape.Items items && items.item() instanceof Shape.Group inner) {
            List<Object> list = list(group, name);
            String next = names[index + 1];
            boolean begins = list.isEmpty()
                    || ((Group) list.get(list.size() - 1)).values().containsKey(next);
            if (begins) {
                list.add(new Group(inner.fields()));
            }
            return (Group) list.get(list.size() - 1);
        }
        if (shape instanceof Shape.Named) {
            throw Refusal.wrongUsage("`" + path + "` cannot be given here; write it into the file");
        }
        throw Refusal.wrongUsage("`" + path + "` has no parts");
    }

    private Shape shape(Group group, String path, String name) {
        return group.field(name).map(field -> field.type().shape()).orElseThrow(() -> {
            List<String> known = group.fields().stream().map(Field::name).toList();
            return Refusal.wrongUsage(kind.phrase() + " has no field `" + path + "`; "
                    + DidYouMean.question(name, known).orElse("it has " + String.join(", ", known)));
        });
    }

    @SuppressWarnings("unchecked") // a list stands only under the name of a field that is one
    private static List<Object> list(Group group, String name) {
        return (List<Object>) group.values().computeIfAbsent(name, key -> new ArrayList<>());
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (String part : text.split("(?<!\\\\),", -1)) {
            parts.add(part.replace("\\,", ",").strip());
        }
        return parts;
    }

    /** Whether anything is given for a field, or for a part of one such as {@code publisher.url}. */
    public boolean has(String path) {
        Object given = root;
        for (String name : path.split("\\.", -1)) {
            Object part = given instanceof Group group ? group.values().get(name) : null;
            if (part == null) {
                return false;
            }
            given = part;
        }
        return true;
    }

    /** What was given, as if it had been read from a file. */
    public Mapping mapping() {
        return mapping(root);
    }

    private static Mapping mapping(Group group) {
        var members = new ArrayList<Member>();
        for (Field<?> field : group.fields()) {
            Object given = group.values().get(field.name());
            if (given != null) {
                members.add(new Member(new Scalar(field.name(), NOWHERE), Optional.of(value(given))));
            }
        }
        return new Mapping(members, NOWHERE);
    }

    private static Value value(Object given) {
        if (given instanceof Group group) {
            return mapping(group);
        }
        if (given instanceof List<?> list) {
            return new Sequence(list.stream().map(TypedFields::value).toList(), false, NOWHERE);
        }
        return new Scalar(given.toString(), NOWHERE);
    }
}
