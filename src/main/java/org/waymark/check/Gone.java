package org.waymark.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.directory.Directory;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.EntryName;

/**
 * Explains what happened to something that was removed. Each chain of notices is followed once for everything that
 * leads to it. For one thread.
 */
final class Gone {
    private final Directory directory;
    private final Map<EntryName, Optional<EntryName>> heirs = new HashMap<>();

    Gone(Directory directory) {
        this.directory = directory;
    }

    /** When and why it was removed, and where to look instead. */
    String since(GoneEntry entry) {
        String reason = entry.reason().map(text -> ": " + withoutStop(text)).orElse("");
        String cure = heir(entry).map(name -> "refer to `" + name + "` instead").orElse("remove this");
        return "it was removed on " + entry.since() + reason + "; " + cure;
    }

    /** Where to look instead, following other removed entries; nowhere if they form a loop. */
    Optional<EntryName> heir(GoneEntry entry) {
        Set<EntryName> way = new LinkedHashSet<>();
        GoneEntry last = entry;
        Optional<GoneEntry> next = Optional.of(entry);
        while (next.isPresent()
                && !heirs.containsKey(next.get().was())
                && way.add(next.get().was())) {
            last = next.get();
            next = RedirectLoop.next(directory, last);
        }
        Optional<EntryName> heir = next.isPresent()
                ? heirs.getOrDefault(next.get().was(), Optional.empty())
                : last.instead().map(ref -> new EntryName(directory.kinds().of(ref), ref.id()));
        way.forEach(name -> heirs.put(name, heir));
        return heir;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
