package org.waymark.tool.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.RouteLedger;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.source.SourceFile;

/**
 * Matches the entries of two snapshots.
 *
 * @param before the entries of the older snapshot
 * @param after those of the newer
 * @param renamed entries whose id changed, by their old id
 * @param unreadable files with several entries that differ and cannot be read in at least one of the snapshots
 * @param successors the entries of the newer snapshot that the addresses of removed ones redirect to
 */
record Pairing(
        Map<EntryName, Entry> before,
        Map<EntryName, Entry> after,
        Map<EntryName, EntryName> renamed,
        Map<EntryName, EntryName> successors,
        List<String> unreadable) {
    static Pairing of(Directory older, Directory newer) {
        Set<Kind> unreadable = unreadLists(older);
        unreadable.addAll(unreadLists(newer));
        Set<SourceFile> unchanged = new HashSet<>(older.files());
        unchanged.retainAll(newer.files());
        Set<String> unchangedPaths = unchanged.stream().map(SourceFile::path).collect(Collectors.toSet());
        Map<EntryName, Entry> before = byName(older, unreadable);
        Map<EntryName, Entry> after = byName(newer, unreadable);
        var renamed = new HashMap<EntryName, EntryName>();
        var successors = new HashMap<EntryName, EntryName>();
        newer.formerIds().forEach((entry, ids) -> {
            var now = new EntryName(entry.kind(), entry.id());
            for (Placed<Id> id : ids) {
                var was = new EntryName(entry.kind(), id.value());
                if (before.containsKey(was) && !after.containsKey(was)) {
                    boolean isNew = !before.containsKey(now) && !renamed.containsValue(now);
                    (isNew ? renamed : successors).putIfAbsent(was, now);
                }
            }
        });
        for (Kind kind : newer.kinds().forReaders()) {
            renamed.putAll(TextSimilarity.pairs(
                    ofKind(
                            kind,
                            before,
                            name -> !after.containsKey(name)
                                    && !renamed.containsKey(name)
                                    && !successors.containsKey(name)),
                    ofKind(kind, after, name -> !before.containsKey(name) && !renamed.containsValue(name))));
        }
        return new Pairing(
                before,
                after,
                renamed,
                successors,
                unreadable.stream()
                        .map(kind -> kind.place().path())
                        .filter(path -> !unchangedPaths.contains(path))
                        .sorted()
                        .toList());
    }

    /** Kinds whose shared file cannot be read. Their entries are not compared. */
    private static Set<Kind> unreadLists(Directory directory) {
        return directory.entries().stream()
                .filter(entry -> isOfEditors(entry)
                        && !entry.isNamed()
                        && !entry.kind().place().isFolder())
                .map(Entry::kind)
                .collect(Collectors.toSet());
    }

    private static Map<EntryName, Entry> byName(Directory directory, Set<Kind> unreadable) {
        var byName = new LinkedHashMap<EntryName, Entry>();
        for (Entry entry : directory.entries()) {
            if (isOfEditors(entry) && entry.isNamed() && !unreadable.contains(entry.kind())) {
                byName.putIfAbsent(new EntryName(entry.kind(), entry.id()), entry);
            }
        }
        return byName;
    }

    /** Waymark maintains the route ledger, which readers do not see. */
    private static boolean isOfEditors(Entry entry) {
        return !RouteLedger.isKind(entry.kind());
    }

    private static Map<EntryName, Entry> ofKind(Kind kind, Map<EntryName, Entry> all, Predicate<EntryName> which) {
        var some = new LinkedHashMap<EntryName, Entry>();
        all.forEach((name, entry) -> {
            if (name.kind().equals(kind) && which.test(name)) {
                some.put(name, entry);
            }
        });
        return some;
    }
}
