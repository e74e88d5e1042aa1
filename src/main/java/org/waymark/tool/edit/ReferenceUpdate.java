package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Optional;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;

/** Updates everything that refers to an entry: fields and links, in all files. */
final class ReferenceUpdate {
    private ReferenceUpdate() {}

    /**
     * Adds the necessary changes.
     *
     * @param target the new target; empty to remove the references
     * @param isRemoved whether the entry itself is removed, so that its own references do not matter
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
        if (!obstacles.isEmpty()) {
            throw Refusal.inTheWay(
                    "`" + EditableProject.nameOf(entry) + "` is still needed; fix these places first", obstacles);
        }
    }
}
