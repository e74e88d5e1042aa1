package org.waymark.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.schema.Id;

/** Assigns distinct ids to values, for addresses and anchors. Needs them in the same order each time. */
final class ValueIds {
    private final Optional<FieldPath> path;
    private final Set<String> taken = new HashSet<>();

    /** @param path of the values; empty if all are alike */
    ValueIds(Optional<FieldPath> path) {
        this.path = path;
    }

    /** The id of an entry or a choice; for words, one derived from them. */
    String of(PathValue value) {
        // Words without Latin letters yield no id of their own, so several may get the same.
        String id = path.flatMap(from -> from.idOf(value))
                .orElseGet(() -> Id.from(value.label()).value());
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
