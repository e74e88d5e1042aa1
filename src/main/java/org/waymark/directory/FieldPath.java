package org.waymark.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Fields;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.Vocabulary;

/**
 * The path from an entry to values: one of its fields, a part of a group, or a field of an entry that it refers to,
 * as in {@code
 * services.category}.
 *
 * @param from the kind of the entries where it starts
 * @param fields at least one; each but the last is a reference or a group, or a list of these
 */
public record FieldPath(Kind from, List<Field<?>> fields) {
    public FieldPath {
        fields = List.copyOf(fields);
    }

    /** The path as written in a kind file; empty if a part of it is not a field. */
    public static Optional<FieldPath> of(Kinds kinds, Kind from, String path) {
        var fields = new ArrayList<Field<?>>();
        List<Field<?>> here = from.fields();
        for (String name : path.split("\\.", -1)) {
            Optional<Field<?>> next =
                    here.stream().filter(field -> field.name().equals(name)).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            fields.add(next.get());
            here = below(kinds, next.get().itemType());
        }
        return Optional.of(new FieldPath(from, fields));
    }

    private static List<Field<?>> below(Kinds kinds, FieldType<?> type) {
        if (type instanceof Reference reference) {
            return shared(targets(kinds, reference));
        }
        return type instanceof Group<?> group ? group.fields() : List.of();
    }

    /** The field that holds the values. */
    public Field<?> last() {
        return fields.get(fields.size() - 1);
    }

    /** The fields that several kinds share, with the same type and visibility. */
    private static List<Field<?>> shared(List<Kind> kinds) {
        return kinds.isEmpty()
                ? List.of()
                : kinds.get(0).fields().stream()
                        .filter(field -> kinds.stream()
                                .allMatch(kind -> kind.field(field.name())
                                        .filter(its -> its.type().equals(field.type())
                                                && its.display().isForReaders()
                                                        == field.display().isForReaders())
                                        .isPresent()))
                        .toList();
    }

    /** Whether it leads to the entries to which entries directly belong. */
    public boolean isOfParents() {
        return fields.size() == 1
                && from.field(Role.PARENT)
                        .filter(field -> field.name().equals(last().name()))
                        .isPresent();
    }

    /** Whether readers may see its values: each of its fields is for them. */
    public boolean isForReaders() {
        return fields.stream().allMatch(field -> field.display().isForReaders());
    }

    /** The kinds of the entries that are its values; none if the values are not entries. */
    public List<Kind> targets(Kinds kinds) {
        return last().itemType() instanceof Reference reference ? targets(kinds, reference) : List.of();
    }

    private static List<Kind> targets(Kinds kinds, Reference reference) {
        return reference.kinds().stream()
                .flatMap(name -> kinds.named(name).stream())
                .toList();
    }

    /** The id of a value in addresses; empty for words. Entries of two kinds may have the same id. */
    public Optional<String> idOf(PathValue value) {
        return value.id().map(id -> prefixOf(value) + id);
    }

    /** The ids that a value had before, in addresses. */
    public List<String> formerIdsOf(PathValue value) {
        return value.formerIds().stream().map(id -> prefixOf(value) + id).toList();
    }

    private String prefixOf(PathValue value) {
        return value instanceof PathValue.OfEntry of ? prefixOf(of.entry().kind()) : "";
    }

    /** What precedes the id of an entry in addresses. */
    String prefixOf(Kind target) {
        return last().itemType() instanceof Reference reference && reference.isQualified() ? target.name() + "-" : "";
    }

    /** The fields that can extend it: those of the entries that are its values, or the parts of a group. */
    public List<Field<?>> next(Kinds kinds) {
        return below(kinds, last().itemType());
    }

    /** The vocabulary of its values, if these are choices. */
    public Optional<Vocabulary> vocabulary() {
        return last().itemType() instanceof Choice<?> choice ? choice.vocabulary() : Optional.empty();
    }

    /** The decoded values of an entry, in the entry's order. References to entries that are not shown are not followed. */
    public List<Object> values(Entry entry, Directory directory) {
        var values = new ArrayList<Object>();
        forEach(entry, directory, values::add);
        return values;
    }

    /** As it is written in a kind file. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).collect(Collectors.joining("."));
    }

    /** Paths are map keys; kinds and fields are compared by name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath that && from.equals(that.from) && hasNamesOf(that);
    }

    private boolean hasNamesOf(FieldPath that) {
        if (fields.size() != that.fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).name().equals(that.fields.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + fields.get(0).name().hashCode();
    }

    /**
     * Passes each decoded value, in entry order; some may occur several times.
     *
     * @param entries those that the site shows
     */
    void forEach(Entry entry, Directory entries, Consumer<Object> values) {
        forEach(entry.fields(), 0, entries, values);
    }

    private void forEach(Fields here, int step, Directory entries, Consumer<Object> values) {
        here.value(fields.get(step)).ifPresent(value -> each(value, step, entries, values));
    }

    private void each(Object value, int step, Directory entries, Consumer<Object> values) {
        if (value instanceof List<?> list) {
            list.forEach(item -> each(item, step, entries, values));
        } else if (step == fields.size() - 1) {
            values.accept(value);
        } else if (value instanceof Ref ref) {
            entries.find(ref).ifPresent(next -> forEach(next.fields(), step + 1, entries, values));
        } else if (value instanceof Fields group) {
            forEach(group, step + 1, entries, values);
        }
    }
}
