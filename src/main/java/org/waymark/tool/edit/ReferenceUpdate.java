package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;
import org.waymark.schema.Ref;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;

/** Updates everything that refers to an entry: fields and links, in all files. */
final class ReferenceUpdate {
    private ReferenceUpdate() {}

    /**
     * Adds the necessary changes.
     *
     * @param target the new target; empty to remove the references
     * @param isRemoved whether the entry itself is removed, so its own references do not matter
     * @throws Refusal if a person has to decide
     */
    static void follow(
            EditableProject content,
            Entry entry,
            Optional<ReferenceTarget> target,
            boolean isRemoved,
            PendingChanges changes) {
        content.requireClear(entry);
        var obstacles = new ArrayList<Note>();
        for (Entry from : content.directory().entries()) {
            boolean isItself = from.kind().equals(entry.kind()) && from.id().equals(entry.id());
            if (!from.isNamed() || (isRemoved && isItself)) {
                continue;
            }
            changes.add(References.in(content, from, entry, target, obstacles));
            changes.add(LinkUpdate.in(content, from, entry, target, obstacles));
        }
        onHomePage(content, entry, target, obstacles, changes);
        if (!obstacles.isEmpty()) {
            throw Refusal.inTheWay(
                    "`" + EditableProject.nameOf(entry) + "` is still needed; fix these places first", obstacles);
        }
    }

    /** The home page may show the text of the entry, if the project has one of its own. */
    private static void onHomePage(
            EditableProject content,
            Entry entry,
            Optional<ReferenceTarget> target,
            List<Note> obstacles,
            PendingChanges changes) {
        Optional<SourceFile> home = content.find(ProjectShape.HOME);
        if (home.isEmpty()) {
            return;
        }
        var file = new YamlPositions(home.get());
        content.directory()
                .kinds()
                .shape()
                .home()
                .references()
                .filter(ref -> ref.names(entry.kind(), entry.id()))
                .map(Ref::span)
                .forEach(span -> {
                    if (target.isPresent()) {
                        String name = target.get().name().toString();
                        changes.add(List.of(new Edit(span, YamlValue.inPlaceOf(file.text(span), name))));
                    } else {
                        obstacles.add(new Note(span, "the home page shows its text; remove the section first"));
                    }
                });
    }
}
