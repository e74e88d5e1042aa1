package org.waymark.tool.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.schema.Reference;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Collects the fields of a new entry one by one: {@code title}, or {@code sources.url} for a member of a group. Each
 * value adds to a list. In a list of groups, a member that the last group already has starts a new one.
 */
public final class TypedFields {
    private static final Span NOWHERE = Span.startOf("new");

    private final Kind kind;
    private final Input root;

    public TypedFields(Kind kind) {
        this.kind = kind;
        this.root = new Input(kind.fields());
    }

    /** The input so far for some fields: texts, lists of texts, groups, or lists of groups. */
    private record Input(List<Field<?>> fields, Map<String, Object> values) {
        Input(List<Field<?>> fields) {
            this(fields, new LinkedHashMap<>());
        }

        Optional<Field<?>> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * Adds a value. For a list of single values, it is comma-separated, with a backslash to escape a comma. The backslash
     * is left out elsewhere too, since few know which fields are lists.
     *
     * @throws Refusal if the kind has no such field, or the text has several lines
     */
    public void set(String path, String text) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw Refusal.wrongUsage("the value of `" + path + "` has several lines; write it on one");
        }
        String[] names = path.strip().split("\\.", -1);
        Input group = root;
        for (int i = 0; i < names.length - 1; i++) {
            group = inner(group, names, i);
        }
        String name = names[names.length - 1];
        FieldType<?> type = type(group, path, name);
        if (type instanceof ListOf<?> items && !(items.item() instanceof Group)) {
            List<Object> list = list(group, name);
            parts(text).forEach(list::add);
        } else if (type instanceof ListOf || type instanceof Group || type instanceof MapOf) {
            throw Refusal.wrongUsage(
                    "`" + path + "` has parts; give each of them, such as `" + path + "." + firstPart(type) + "=…`");
        } else if (group.values().putIfAbsent(name, text.replace("\\,", ",")) != null) {
            throw Refusal.wrongUsage("`" + path + "` is given twice");
        }
    }

    private static String firstPart(FieldType<?> type) {
        FieldType<?> whole = type instanceof ListOf<?> items ? items.item() : type;
        return whole instanceof Group<?> group ? group.fields().get(0).name() : "name";
    }

    private Input inner(Input group, String[] names, int index) {
        String name = names[index];
        String path = String.join(".", List.of(names).subList(0, index + 1));
        FieldType<?> type = type(group, path, name);
        if (type instanceof Group<?> inner) {
            return (Input) group.values().computeIfAbsent(name, key -> new Input(inner.fields()));
        }
        if (type instanceof ListOf<?> items && items.item() instanceof Group<?> inner) {
            List<Object> list = list(group, name);
            String next = names[index + 1];
            boolean begins = list.isEmpty()
                    || ((Input) list.get(list.size() - 1)).values().containsKey(next);
            if (begins) {
                list.add(new Input(inner.fields()));
            }
            return (Input) list.get(list.size() - 1);
        }
        if (type instanceof MapOf) {
            throw Refusal.wrongUsage("`" + path + "` cannot be given here; write it into the file");
        }
        throw Refusal.wrongUsage("`" + path + "` has no parts");
    }

    private FieldType<?> type(Input group, String path, String name) {
        return group.field(name).map(field -> field.type()).orElseThrow(() -> {
            List<String> known = group.fields().stream().map(Field::name).toList();
            return Refusal.wrongUsage(kind.phrase() + " has no field `" + path + "`; "
                    + DidYouMean.question(name, known).orElse("it has " + String.join(", ", known)));
        });
    }

    @SuppressWarnings("unchecked") // only list fields have a list as their value
    private static List<Object> list(Input group, String name) {
        return (List<Object>) group.values().computeIfAbsent(name, key -> new ArrayList<>());
    }

    /** Fills in each required date that is missing, including in groups that are present. */
    public void setMissingDates(LocalDate day) {
        setMissingDates(root, day);
    }

    private static void setMissingDates(Input group, LocalDate day) {
        for (Field<?> field : group.fields()) {
            Object given = group.values().get(field.name());
            if (given == null && field.isRequired() && field.type() instanceof DateType) {
                group.values().put(field.name(), day.toString());
            } else if (given instanceof Input inner) {
                setMissingDates(inner, day);
            } else if (given instanceof List<?> list) {
                list.stream().filter(Input.class::isInstance).forEach(item -> setMissingDates((Input) item, day));
            }
        }
    }

    /**
     * Replaces the names by which entries are referred to with ids.
     *
     * @throws Refusal if there is no such entry, or more than one
     */
    public void resolveNames(Directory directory) {
        root.values().replaceAll((name, given) -> {
            FieldType<?> type = root.field(name).orElseThrow().type();
            FieldType<?> item = type instanceof ListOf<?> items ? items.item() : type;
            if (!(item instanceof Reference reference)) {
                return given;
            }
            return given instanceof List<?> list
                    ? new ArrayList<Object>(list.stream()
                            .map(each -> NamedEntry.typed(directory, reference, each.toString()))
                            .toList())
                    : NamedEntry.typed(directory, reference, given.toString());
        });
    }

    /** The values of a list, as typed in one. */
    public static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (String part : text.split("(?<!\\\\),", -1)) {
            parts.add(part.replace("\\,", ",").strip());
        }
        return parts;
    }

    /** Whether a field, or a member such as {@code publisher.url}, has a value. */
    public boolean has(String path) {
        Object given = root;
        for (String name : path.split("\\.", -1)) {
            Object part = given instanceof Input group ? group.values().get(name) : null;
            if (part == null) {
                return false;
            }
            given = part;
        }
        return true;
    }

    /** The input, as if it had been read from a file. */
    public Mapping mapping() {
        return mapping(root);
    }

    private static Mapping mapping(Input group) {
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
        if (given instanceof Input group) {
            return mapping(group);
        }
        if (given instanceof List<?> list) {
            return new Sequence(list.stream().map(TypedFields::value).toList(), false, NOWHERE);
        }
        return new Scalar(given.toString(), NOWHERE);
    }
}
