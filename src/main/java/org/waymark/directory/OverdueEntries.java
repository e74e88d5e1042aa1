package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.markdown.Addresses;
import org.waymark.schema.ReviewPolicy.WhenOverdue;

/**
 * Finds the entries that the policy of their kind hides since their review is late. An entry to which a shown one refers
 * stays, so that no reference leads nowhere.
 */
final class OverdueEntries {
    private final Map<String, Entry> late = new HashMap<>();
    private final Map<String, String> byPath = new HashMap<>();

    private OverdueEntries() {}

    /** The keys of the hidden entries. */
    static Set<String> hidden(List<Entry> entries, LocalDate asOf) {
        var found = new OverdueEntries();
        for (Entry entry : entries) {
            if (isLate(entry, asOf)) {
                found.late.put(key(entry), entry);
                found.byPath.put(entry.path(), key(entry));
            }
        }
        if (!found.late.isEmpty()) {
            found.keepReferred(entries.stream()
                    .filter(entry -> entry.visibility().includes(asOf) && !found.late.containsKey(key(entry)))
                    .toList());
        }
        return Set.copyOf(found.late.keySet());
    }

    static String key(Entry entry) {
        return entry.kind().name() + "/" + entry.id();
    }

    private static boolean isLate(Entry entry, LocalDate asOf) {
        return entry.kind()
                        .review()
                        .filter(policy -> policy.whenOverdue() == WhenOverdue.HIDE)
                        .isPresent()
                && entry.visibility().includes(asOf)
                && entry.reviewed().isOverdue(asOf);
    }

    private void keepReferred(List<Entry> shown) {
        Deque<Entry> open = new ArrayDeque<>(shown);
        while (!open.isEmpty() && !late.isEmpty()) {
            Entry from = open.remove();
            Stream.concat(byFields(from), byLinks(from)).forEach(key -> {
                Entry kept = late.remove(key);
                if (kept != null) {
                    open.add(kept);
                }
            });
        }
    }

    private static Stream<String> byFields(Entry from) {
        return from.fields().references().map(ref -> ref.kind() + "/" + ref.id());
    }

    private Stream<String> byLinks(Entry from) {
        return from.body().stream()
                .flatMap(body -> body.links().stream())
                .filter(link -> !Addresses.isExternal(link.destination()))
                .flatMap(link -> LinkPath.resolve(from.path(), link.destination()).stream())
                .map(path -> byPath.getOrDefault(path.path(), ""));
    }
}
