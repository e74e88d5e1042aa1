package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;

/** Removes an entry and deals with its ids. */
final class Removal {
    private Removal() {}

    /** The current and former ids of an entry. */
    static List<String> ids(Entry entry) {
        var ids = new LinkedHashSet<String>();
        ids.add(entry.id().value());
        entry.find(CommonFields.FORMER_IDS).stream()
                .flatMap(List::stream)
                .map(Placed::value)
                .map(Id::value)
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    /** Adds redirects from the addresses of a removed entry to another of its kind. */
    static void redirectIds(EditableProject content, Entry entry, Entry successor, PendingChanges changes) {
        if (successor.kind().has(CommonFields.FORMER_IDS)) {
            var added = new ArrayList<String>();
            if (hasIdentifier(successor.kind())) {
                added.add(successor.firstId().value());
            }
            added.addAll(ids(entry));
            changes.add(content.fieldEdits(successor).rewriteList(CommonFields.FORMER_IDS, Optional::of, added));
        }
    }

    /** Whether other programs know entries of a kind by an identifier that is made of their first id. */
    static boolean hasIdentifier(Kind kind) {
        return kind.presentation().openReferral().isPresent();
    }

    /** Removes an entry from the content. */
    static void remove(EditableProject content, Entry entry, PendingChanges changes) {
        if (entry.kind().place().isFolder()) {
            changes.remove(entry.path());
        } else {
            var positions = new YamlPositions(content.file(entry));
            changes.add(List.of(positions.deleteItem(content.typedFields(entry))));
        }
    }
}
