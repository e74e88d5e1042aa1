package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Group;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** Updates fields that refer to an entry: to another one, or to none. */
final class References {
    private final EditableProject content;
    private final Entry entry;
    private final Optional<ReferenceTarget> target;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Note> obstacles = new ArrayList<>();

    private References(EditableProject content, Entry entry, Optional<ReferenceTarget> target) {
        this.content = content;
        this.entry = entry;
        this.target = target;
    }

    /**
     * Computes the edits to the fields of an entry.
     *
     * @param obstacles collects the locations that need a decision by a person
     * @param target the new target, if any
     */
    static List<Edit> in(
            EditableProject content, Entry from, Entry entry, Optional<ReferenceTarget> target, List<Note> obstacles) {
        var references = new References(content, entry, target);
        from.kind().fields().forEach(field -> references.follow(from, field));
        obstacles.addAll(references.obstacles);
        return references.edits;
    }

    private void follow(Entry from, Field<?> field) {
        List<Span> spans = from.fields()
                .references(field)
                .filter(ref -> ref.names(entry.kind(), entry.id()))
                .map(Ref::span)
                .toList();
        if (spans.isEmpty()) {
            return;
        }
        FieldEdits fields = content.fieldEdits(from);
        if (!fields.has(field)) {
            obstacles.add(new Note(spans.get(0), "the name of this field is misspelt; fix it"));
        } else if (GoneEntry.isKind(from.kind())) {
            followNotice(from, fields, spans.get(0));
        } else if (!(field.itemType() instanceof Reference reference)) {
            followGroups(from, (Group<?>) field.itemType(), field, spans);
        } else if (from.get(field, List.class).isPresent()) {
            followList(from, field, reference, fields, spans.get(0));
        } else if (typed(reference).isPresent()) {
            edits.addAll(fields.set(field, typed(reference).get()));
        } else if (field.isRequired()) {
            obstacles.add(new Note(
                    spans.get(0),
                    "`" + field.name() + "` must name " + entry.kind().phrase() + "; name another"));
        } else {
            edits.addAll(fields.remove(field));
        }
    }

    /** How a field names the new target, if it can. */
    private Optional<String> typed(Reference reference) {
        return target.filter(other -> reference.kinds().contains(other.kind().name()))
                .map(other -> reference.typed(other.kind().name(), other.id()));
    }

    /** References in groups are replaced where they are; whether one can be left out is for a person to decide. */
    private void followGroups(Entry from, Group<?> group, Field<?> field, List<Span> spans) {
        Map<Span, Reference> types = new HashMap<>();
        from.fields().value(field).ifPresent(value -> addTypes(group, value, types));
        for (Span span : spans) {
            Optional<String> typed = Optional.ofNullable(types.get(span)).flatMap(this::typed);
            if (typed.isPresent()) {
                String written = new YamlPositions(content.file(from)).text(span);
                edits.add(new Edit(span, YamlValue.inPlaceOf(written, typed.get())));
            } else {
                obstacles.add(new Note(
                        span,
                        "`" + field.name() + "` names " + entry.kind().phrase() + " here; name another, or remove it"));
            }
        }
    }

    /** The type of each reference in a group, by its place. */
    private static void addTypes(Group<?> group, Object value, Map<Span, Reference> types) {
        if (value instanceof List<?> list) {
            list.forEach(item -> addTypes(group, item, types));
        } else if (value instanceof Fields parts) {
            for (Field<?> field : group.fields()) {
                if (field.itemType() instanceof Reference reference) {
                    parts.references(field).forEach(ref -> types.put(ref.span(), reference));
                } else if (field.itemType() instanceof Group<?> inner) {
                    parts.value(field).ifPresent(part -> addTypes(inner, part, types));
                }
            }
        }
    }

    private void followList(Entry from, Field<?> field, Reference reference, FieldEdits fields, Span span) {
        String old = reference.typed(entry.kind().name(), entry.id());
        // An entry must not refer to itself.
        Optional<String> item = typed(reference).filter(typed -> !isEntry(from));
        boolean isEmptied = item.isEmpty() && fields.countItems(field) == 1;
        if (field.isRequired() && isEmptied) {
            obstacles.add(new Note(
                    span, "`" + field.name() + "` must name " + entry.kind().phrase() + "; name another"));
            return;
        }
        edits.addAll(fields.rewriteList(field, text -> text.equals(old) ? item : Optional.of(text), List.of()));
    }

    /** Whether an entry would then refer to itself. */
    private boolean isEntry(Entry from) {
        return target.filter(other -> from.kind().equals(other.kind())
                        && from.id().equals(other.id())
                        && !(from.kind().equals(entry.kind()) && from.id().equals(entry.id())))
                .isPresent();
    }

    private void followNotice(Entry notice, FieldEdits fields, Span span) {
        if (target.isPresent()) {
            edits.addAll(fields.set(GoneEntry.INSTEAD, target.get().name().toString()));
        } else if (notice.find(GoneEntry.REASON).flatMap(reason -> reason).isPresent()) {
            edits.addAll(fields.remove(GoneEntry.INSTEAD));
        } else {
            obstacles.add(new Note(span, "this address would stop working; name another entry, or add a `reason`"));
        }
    }
}
