package org.waymark.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waymark.model.Directory;
import org.waymark.model.GoneEntry;
import org.waymark.model.Kinds;
import org.waymark.schema.EntryName;

/** Says of something that nothing must lead to any more what became of it. */
final class Gone {
    private Gone() {}

    /** Since when and why it is gone, and where to look instead. */
    static String since(Directory directory, GoneEntry entry) {
        String reason = entry.reason().map(text -> ": " + withoutStop(text)).orElse("");
        String cure = heir(directory, entry)
                .map(name -> "refer to `" + name + "` instead")
                .orElse("remove this");
        return "it is gone since " + entry.since() + reason + "; " + cure;
    }

    /** Where to look instead, be it by way of others that are gone as well. */
    static Optional<EntryName> heir(Directory directory, GoneEntry entry) {
        Set<GoneEntry> seen = new HashSet<>(Set.of(entry));
        GoneEntry last = entry;
        for (Optional<GoneEntry> next = RedirectLoop.next(directory, last);
                next.isPresent();
                next = RedirectLoop.next(directory, last)) {
            last = next.get();
            if (!seen.add(last)) {
                return Optional.empty();
            }
        }
        return last.instead().map(ref -> new EntryName(Kinds.of(ref.target()), ref.id()));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
