package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.tool.changes.FieldValue.GroupValue;

/** Matches the items of two versions of a list. */
final class ItemMatching {
    private ItemMatching() {}

    /** Whether two items have the same address or, without one, the same name. */
    static boolean isSame(FieldValue one, FieldValue other) {
        if (!(one instanceof GroupValue before) || !(other instanceof GroupValue after)) {
            return false;
        }
        Optional<String> key = after.firstOf("url", "label", "name", "title");
        return key.isPresent() && before.member(key.get()).equals(after.member(key.get()));
    }

    /** Whether at least half of their values are the same. */
    static boolean isSimilar(FieldValue one, FieldValue other) {
        if (!(one instanceof GroupValue before) || !(other instanceof GroupValue after)) {
            return false;
        }
        long same = after.members().entrySet().stream()
                .filter(member -> member.getValue().equals(before.members().get(member.getKey())))
                .count();
        return same * 2 >= Math.max(before.members().size(), after.members().size());
    }
}
