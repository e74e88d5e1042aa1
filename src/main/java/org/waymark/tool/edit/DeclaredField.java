package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Kinds;
import org.waymark.schema.Citation;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Figure;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Picture;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Reference;
import org.waymark.schema.ServiceArea;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Sequence;

/**
 * A field that a kind declares, or a part of a group.
 *
 * @param path its name, after those of the groups that it is in
 * @param beside the names of all fields of its list
 */
record DeclaredField(Kind kind, List<String> path, Field<?> field, List<String> beside) {
    DeclaredField {
        path = List.copyOf(path);
        beside = List.copyOf(beside);
    }

    /**
     * The field with a name such as {@code course.venue}, or {@code course.hours.begin} for a part of a group.
     *
     * @throws Refusal if there is none that can be changed
     */
    static DeclaredField of(ShapeFiles shape, String typed) {
        String[] words = typed.strip().split("\\.", -1);
        if (words.length < 2) {
            throw Refusal.wrongUsage("`" + typed + "` is not the name of a field; write its kind, a dot and its name,"
                    + " such as `course.venue`");
        }
        Kind kind = shape.kind(words[0]);
        List<Field<?>> fields = kind.fields();
        for (int i = 1; ; i++) {
            String name = words[i];
            List<String> names = fields.stream().map(Field::name).toList();
            Optional<Field<?>> found =
                    fields.stream().filter(field -> field.name().equals(name)).findFirst();
            Field<?> field = found.orElseThrow(() -> Refusal.wrongUsage(
                    kind.phrase() + " has no field `" + typed.strip().substring(words[0].length() + 1) + "`; "
                            + DidYouMean.question(name, names).orElseGet(() -> "it has " + String.join(", ", names))));
            if (i == 1 && CommonFields.isCommon(field)) {
                throw Refusal.wrongUsage("`" + name + "` means the same in every kind, so it cannot be changed in one;"
                        + " to add or remove it, change `includes` in the file of the kind");
            }
            if (i == words.length - 1) {
                return new DeclaredField(kind, List.of(words).subList(1, words.length), field, names);
            }
            fields = parts(kind, field, typed);
        }
    }

    /** Groups whose parts no kind file declares. */
    private static final Set<FieldType<?>> FIXED = Set.of(
            Citation.TYPE,
            Eligibility.TYPE,
            Figure.TYPE,
            Picture.TYPE,
            PostalAddress.BRITISH,
            PostalAddress.OTHER,
            ServiceArea.TYPE);

    private static List<Field<?>> parts(Kind kind, Field<?> field, String typed) {
        FieldType<?> type = field.itemType();
        if (type instanceof Reference reference) {
            throw Refusal.wrongUsage("`" + typed + "` goes through a reference; write the kind that has the field: `"
                    + reference.kinds().get(0)
                    + typed.strip().substring(typed.strip().lastIndexOf('.')) + "`");
        }
        if (!(type instanceof Group<?> group)) {
            throw Refusal.wrongUsage("`" + field.name() + "` of " + kind.phrase() + " has no parts");
        }
        if (FIXED.contains(type)) {
            throw Refusal.wrongUsage("the parts of `" + field.name() + "` are the same in every directory");
        }
        return group.fields();
    }

    String name() {
        return path.get(path.size() - 1);
    }

    /** The same as in a kind file and on the command line. */
    @Override
    public String toString() {
        return kind.name() + "." + String.join(".", path);
    }

    /** The steps of a path from a kind that refer to this field. */
    List<Integer> stepsIn(Kinds kinds, Kind from, String written) {
        var steps = new ArrayList<Integer>();
        String[] words = written.strip().split("\\.", -1);
        Kind at = from;
        List<Field<?>> here = from.fields();
        var group = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            group.add(word);
            if (at.equals(kind) && group.equals(path)) {
                steps.add(i);
            }
            Optional<Field<?>> next =
                    here.stream().filter(each -> each.name().equals(word)).findFirst();
            if (next.isEmpty()) {
                break;
            }
            FieldType<?> type = next.get().itemType();
            if (type instanceof Reference reference
                    && kinds.named(reference.kinds().get(0)).isPresent()) {
                at = kinds.named(reference.kinds().get(0)).get();
                here = at.fields();
                group.clear();
            } else {
                here = type instanceof Group<?> parts ? parts.fields() : List.of();
            }
        }
        return steps;
    }

    /** Whether a file may hold entries of its kind. */
    boolean isIn(SourceFile file) {
        return kind.claims(file.path());
    }

    /** The members of this name in the fields of an entry: several, if it is a part of a list of groups. */
    List<Member> in(Mapping entry) {
        var found = new ArrayList<Member>();
        collect(entry, 0, found);
        return found;
    }

    private void collect(Mapping fields, int step, List<Member> found) {
        Optional<Member> member = fields.member(path.get(step));
        if (step == path.size() - 1) {
            member.ifPresent(found::add);
        } else {
            member.flatMap(Member::value)
                    .ifPresent(value -> mappings(value).forEach(group -> collect(group, step + 1, found)));
        }
    }

    /** A group, or those of a list. */
    static List<Mapping> mappings(Value value) {
        if (value instanceof Mapping mapping) {
            return List.of(mapping);
        }
        return value instanceof Sequence list
                ? list.items().stream()
                        .filter(Mapping.class::isInstance)
                        .map(Mapping.class::cast)
                        .toList()
                : List.of();
    }
}
