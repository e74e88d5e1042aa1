package org.waymark.directory;

import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.PortableName;

/** Ids that an entry cannot have: its page would take the address of another, or its files could not be on every system. */
public final class ReservedIds {
    private ReservedIds() {}

    public static boolean contains(Kind<?> kind, Id id) {
        return reason(kind, id).isPresent();
    }

    /** Why an entry cannot have an id, as a part of a sentence. */
    public static Optional<String> reason(Kind<?> kind, Id id) {
        if (Routes.isTaken(kind, id)) {
            return Optional.of("the site has other pages at that address");
        }
        // A list in one file makes no file of its own for an entry.
        return kind.place().isFolder() && PortableName.isDevice(id.value())
                ? Optional.of("Windows reserves that name")
                : Optional.empty();
    }
}
