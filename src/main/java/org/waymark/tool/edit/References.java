package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.Field;
import org.waymark.schema.Ref;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** Updates fields that refer to an entry: to another one, or to none. */
final class References {
    private final EditableProject content;
    private final Entry entry;
    private final Optional<ReferenceTarget> target;
    private final Optional<String> newId;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Note> obstacles = new ArrayList<>();

    private References(EditableProject content, Entry entry, Optional<ReferenceTarget> target) {
        this.content = content;
        this.entry = entry;
        this.target = target;
        newId = target.filter(g -> g.kind().equals(entry.kind())).map(g -> g.id().value());
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
                .filter(ref ->
                        ref.kind().equals(entry.kind().name()) && ref.id().equals(entry.id()))
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
        } else if (from.fields().values().get(field.name()) instanceof List<?>) {
            followList(from, field, fields, spans.get(0));
        } else if (newId.isPresent()) {
            edits.addAll(fields.set(field, newId.get()));
        } else if (field.isRequired()) {
            obstacles.add(new Note(
                    spans.get(0),
                    "`" + field.name() + "` must name " + entry.kind().phrase() + "; name another"));
        } else {
            edits.addAll(fields.remove(field));
        }
    }

    private void followList(Entry from, Field<?> field, FieldEdits fields, Span span) {
        String old = entry.id().value();
        // An entry must not refer to itself.
        Optional<String> item = newId.filter(id -> !isEntry(from, id));
        boolean isEmptied = item.isEmpty() && fields.countItems(field) == 1;
        if (field.isRequired() && isEmptied) {
            obstacles.add(new Note(
                    span, "`" + field.name() + "` must name " + entry.kind().phrase() + "; name another"));
            return;
        }
        edits.addAll(fields.rewriteList(field, text -> text.equals(old) ? item : Optional.of(text), List.of()));
    }

    private boolean isEntry(Entry from, String id) {
        return from.kind().equals(entry.kind())
                && from.id().value().equals(id)
                && !from.id().equals(entry.id());
    }

    private void followNotice(Entry notice, FieldEdits fields, Span span) {
        if (target.isPresent()) {
            edits.addAll(fields.set(GoneEntry.INSTEAD, target.get().name().toString()));
        } else if (notice.fields()
                .find(GoneEntry.REASON)
                .flatMap(reason -> reason)
                .isPresent()) {
            edits.addAll(fields.remove(GoneEntry.INSTEAD));
        } else {
            obstacles.add(new Note(span, "this address would stop working; name another entry, or add a `reason`"));
        }
    }
}
