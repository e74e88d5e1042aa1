package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.schema.Kind;
import org.waymark.schema.NamesInKindFile;
import org.waymark.schema.NamesInKindFile.Declaration;
import org.waymark.schema.NamesInKindFile.Place;
import org.waymark.source.Edit;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.ShapeFiles.Part;
import org.waymark.tool.edit.ShapeFiles.Parts;

/** Removes a field from a kind, optionally with its values. */
public final class RetireField {
    private final ShapeFiles shape;
    private final EditableProject content;
    private final DeclaredField field;
    private final PendingChanges changes = new PendingChanges();
    private final ShapeChanges shapeChanges = new ShapeChanges(changes);
    /** Where entries have it. */
    private final List<Span> values = new ArrayList<>();
    /** The parts of kind files that need it. */
    private final TreeSet<String> needs = new TreeSet<>();

    private RetireField(ShapeFiles shape, EditableProject content, DeclaredField field) {
        this.shape = shape;
        this.content = content;
        this.field = field;
    }

    /**
     * The planned changes.
     *
     * @param values how many values are removed with it
     */
    public record Retired(ShapeEdit edit, int values) {}

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the kind, a dot and the field; for a part of a group another dot and its name
     * @param withValues whether values in entries are removed as well
     * @throws Refusal if the field is still needed
     */
    public static Retired of(Directory directory, Project project, String typed, boolean withValues) {
        ShapeFiles shape = ShapeFiles.of(project);
        var retire = new RetireField(shape, new EditableProject(directory, project), DeclaredField.of(shape, typed));
        shape.ofKinds().forEach(retire::uses);
        retire.requireUnneeded();
        retire.entries();
        if (!withValues && !retire.values.isEmpty()) {
            throw retire.used();
        }
        retire.declaration();
        retire.shapeChanges.finish();
        var remarks = new ArrayList<>(ShapeRemarks.begun(retire.shapeChanges));
        remarks.addAll(ShapeRemarks.templates(
                project, ShapeRemarks.fieldName(retire.field.name()), "remove `" + retire.field.name() + "` there"));
        return new Retired(new ShapeEdit(retire.changes.list(), remarks), retire.values.size());
    }

    private Refusal used() {
        int count = values.size();
        List<Note> notes = values.stream()
                .sorted()
                .limit(ShapeFiles.MOST_NOTES)
                .map(span -> new Note(span, "`" + field.name() + "` has a value here"))
                .toList();
        String more = count > notes.size() ? "; these are the first " + notes.size() : "";
        return Refusal.inTheWay(
                "entries set `" + field + "` " + (count == 1 ? "once" : count + " times")
                        + "; `--remove-values` removes these values" + more,
                notes);
    }

    private void uses(Parts parts) {
        Kind kind = shape.kind(parts.name());
        parts.own().ifPresent(part -> uses(parts, kind, part));
        parts.shaped().ifPresent(part -> uses(parts, kind, part));
    }

    private void uses(Parts parts, Kind kind, Part part) {
        for (Place place : NamesInKindFile.in(part.mapping())) {
            boolean isReplaced = !parts.own().filter(part::equals).isPresent()
                    && parts.own()
                            .filter(own -> own.mapping().has(place.firstWord()))
                            .isPresent()
                    && !place.isInFields();
            if (isReplaced || !names(place, kind)) {
                continue;
            }
            if (place.list().isPresent()) {
                Sequence list = place.list().get();
                var items = new ListEdits(part.positions(), list);
                items.rewrite(
                                text -> Optional.of(text)
                                        .filter(each ->
                                                !each.equals(place.written().text())),
                                List.of())
                        .orElseGet(() -> List.of(part.positions()
                                .edit(
                                        part.positions().start(list),
                                        part.positions().end(list),
                                        "[]")))
                        .forEach(edit -> shapeChanges.edit(parts, part, edit));
            } else {
                needs.add("`" + place.part() + "` of `" + kind.name() + "`");
            }
        }
    }

    private boolean names(Place place, Kind kind) {
        String written = place.written().text().strip();
        boolean isOwn = kind.equals(field.kind());
        return switch (place.named()) {
            case FIELD -> isOwn && List.of(written).equals(field.path());
            case SIBLING -> isOwn && RenameField.beside(place.group(), written).equals(field.path());
            case PATH -> !field.stepsIn(shape.kinds(), kind, written).isEmpty();
            case FIELD_OF_KIND ->
                written.equals(field.toString()) || written.equals(field.kind().plural() + "." + field.name());
            case PATH_OF_KIND -> leadsThrough(written);
            default -> false;
        };
    }

    private boolean leadsThrough(String written) {
        int dot = written.indexOf('.');
        return dot > 0
                && shape.kinds()
                        .named(written.substring(0, dot))
                        .filter(from -> !field.stepsIn(shape.kinds(), from, written.substring(dot + 1))
                                .isEmpty())
                        .isPresent();
    }

    private void requireUnneeded() {
        if (!needs.isEmpty()) {
            throw Refusal.inTheWay("`" + field + "` is still needed by "
                    + needs.stream().collect(Collectors.joining(" and ")) + "; change "
                    + (needs.size() == 1 ? "this line" : "these lines") + " first");
        }
        if (field.path().size() > 1 && field.beside().size() == 1) {
            throw Refusal.inTheWay("`" + field.name() + "` is the only part of its group; retire the group instead");
        }
    }

    private void entries() {
        content.requireClear(field::isIn, field.name(), "`" + field + "`");
        content.project().content().stream()
                .filter(field::isIn)
                .forEach(file -> ContentReader.typedFields(file).forEach(entry -> remove(file, entry)));
    }

    private void remove(SourceFile file, Mapping entry) {
        field.in(entry).forEach(member -> values.add(member.key().span()));
        changes.add(removals(new YamlPositions(file), entry, 0));
    }

    /** Removes the values below a group, and groups that have no other. */
    private List<Edit> removals(YamlPositions positions, Mapping group, int step) {
        Optional<Member> member = group.member(field.path().get(step));
        if (member.isEmpty()) {
            return List.of();
        }
        var members = new MemberEdits(positions, group);
        boolean isLast = step == field.path().size() - 1;
        Optional<Value> value = member.get().value();
        if (isLast || value.filter(below -> isEmptied(below, step + 1)).isPresent()) {
            return List.of(members.remove(member.get()));
        }
        if (value.orElse(null) instanceof Sequence list) {
            var edits = new ArrayList<Edit>();
            List<Value> emptied = list.items().stream()
                    .filter(item -> isEmptied(item, step + 1))
                    .toList();
            edits.addAll(new ListEdits(positions, list).without(emptied));
            list.items().stream()
                    .filter(item -> !emptied.contains(item))
                    .flatMap(item -> DeclaredField.mappings(item).stream())
                    .forEach(item -> edits.addAll(removals(positions, item, step + 1)));
            return edits;
        }
        return value.stream()
                .flatMap(below -> DeclaredField.mappings(below).stream())
                .flatMap(below -> removals(positions, below, step + 1).stream())
                .toList();
    }

    /** Whether nothing would be left of a group, or of a list of groups. */
    private boolean isEmptied(Value value, int step) {
        if (value instanceof Sequence list) {
            return !list.items().isEmpty() && list.items().stream().allMatch(item -> isEmptied(item, step));
        }
        if (!(value instanceof Mapping group) || group.members().size() != 1) {
            return false;
        }
        Optional<Member> member = group.member(field.path().get(step));
        boolean isLast = step == field.path().size() - 1;
        return member.isPresent()
                && (isLast
                        || member.get()
                                .value()
                                .filter(below -> isEmptied(below, step + 1))
                                .isPresent());
    }

    private void declaration() {
        Parts kind = shape.of(field.kind().name());
        Optional<String> shaped = ShapeChanges.nameInShape(kind, field.path().get(0));
        if (shaped.isPresent() && field.path().size() == 1) {
            shapeChanges.leaveOut(kind, shaped.get());
            return;
        }
        kind.own()
                .ifPresent(own -> declared(own, field.path())
                        .ifPresent(declared -> changes.add(List.of(
                                new MemberEdits(own.positions(), declared.beside()).remove(declared.member())))));
        kind.shaped().filter(part -> shaped.isPresent()).ifPresent(part -> {
            var inShape = new ArrayList<>(field.path());
            inShape.set(0, shaped.get());
            declared(part, inShape)
                    .ifPresent(declared -> shapeChanges.edit(
                            kind,
                            part,
                            new MemberEdits(part.positions(), declared.beside()).remove(declared.member())));
        });
    }

    private static Optional<Declaration> declared(Part part, List<String> path) {
        return NamesInKindFile.declaration(part.mapping(), path);
    }
}
