package org.waymark.tool.changes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.schema.EntryName;

/** Finds pages that change although nobody edited them, because they show the names of other entries. */
final class AffectedPages {
    private AffectedPages() {}

    /**
     * The number of unchanged entries that refer to, or are referred to by, an entry that is renamed, added or
     * removed.
     */
    static int count(Kinds kinds, List<EntryChange> changes, Pairing pairing) {
        Set<EntryName> changed = new HashSet<>();
        Set<EntryName> renamed = new HashSet<>();
        for (EntryChange change : changes) {
            change.before().ifPresent(was -> changed.add(new EntryName(change.kind(), was.id())));
            change.after().ifPresent(is -> changed.add(new EntryName(change.kind(), is.id())));
            if (isShownDifferently(change)) {
                change.before().ifPresent(was -> renamed.add(new EntryName(change.kind(), was.id())));
                change.after().ifPresent(is -> renamed.add(new EntryName(change.kind(), is.id())));
            }
        }
        if (renamed.isEmpty()) {
            return 0;
        }
        Set<EntryName> affected = new HashSet<>();
        pairing.before().values().forEach(entry -> addTouched(kinds, entry, renamed, affected));
        pairing.after().values().forEach(entry -> addTouched(kinds, entry, renamed, affected));
        affected.removeAll(changed);
        affected.removeIf(
                name -> !kinds.isForReaders(name.kind()) || !pairing.after().containsKey(name));
        return affected.size();
    }

    private static boolean isShownDifferently(EntryChange change) {
        return change.type() != ChangeType.CHANGED
                || change.isPublished()
                || change.isWithdrawn()
                || change.field(change.kind().labelField().name()).isPresent();
    }

    private static void addTouched(Kinds kinds, Entry entry, Set<EntryName> renamed, Set<EntryName> affected) {
        var name = new EntryName(entry.kind(), entry.id());
        entry.fields().references().forEach(ref -> {
            var target = new EntryName(kinds.of(ref), ref.id());
            if (renamed.contains(target)) {
                affected.add(name);
            }
            if (renamed.contains(name)) {
                affected.add(target);
            }
        });
    }
}
