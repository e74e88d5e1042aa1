package org.waymark.directory;

import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.PortableName;

/** Ids that an entry cannot have, because its address is taken or its file name is not portable. */
public final class ReservedIds {
    private ReservedIds() {}

    public static boolean contains(Kinds kinds, Kind kind, Id id) {
        return reason(kinds, kind, id).isPresent();
    }

    /** Why an entry cannot have an id, as part of a sentence. */
    public static Optional<String> reason(Kinds kinds, Kind kind, Id id) {
        if (Routes.isTaken(kinds, kind, id)) {
            return Optional.of("the site has other pages at that address");
        }
        // Entries in a shared file have no file of their own.
        return kind.place().isFolder() && PortableName.isDevice(id.value())
                ? Optional.of("Windows reserves that name")
                : Optional.empty();
    }
}
