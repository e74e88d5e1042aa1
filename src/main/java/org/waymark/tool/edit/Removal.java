package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.directory.Common;
import org.waymark.directory.Document;
import org.waymark.schema.Id;
import org.waymark.schema.Placed;

/** What is left to do when an entry goes. */
final class Removal {
    private Removal() {}

    /** Every id that an entry has or had. */
    static List<String> ids(Document entry) {
        var ids = new ArrayList<String>();
        ids.add(entry.id().value());
        entry.fields().find(Common.FORMER_IDS).stream()
                .flatMap(List::stream)
                .map(Placed::value)
                .map(Id::value)
                .forEach(ids::add);
        return ids;
    }

    /** Lets the addresses of an entry that goes lead to another of its kind. */
    static void leaveIds(EditableProject content, Document entry, Document heir, PendingChanges changes) {
        if (heir.kind().fields().contains(Common.FORMER_IDS)) {
            changes.add(content.fieldEdits(heir).rewriteList(Common.FORMER_IDS, Optional::of, ids(entry)));
        }
    }

    /** Takes an entry out of the content. */
    static void remove(EditableProject content, Document entry, PendingChanges changes) {
        if (entry.kind().place().isFolder()) {
            changes.remove(entry.path());
        } else {
            var places = new YamlPositions(content.file(entry));
            changes.add(List.of(places.deleteItem(content.typedFields(entry))));
        }
    }
}
