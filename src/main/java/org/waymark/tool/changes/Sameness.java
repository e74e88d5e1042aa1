package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.tool.changes.Content.Group;

/** Tells which item of a list has become which. */
final class Sameness {
    private Sameness() {}

    /** Whether two items have the same address, or where they have none, the same name. */
    static boolean isSame(Content one, Content other) {
        if (!(one instanceof Group before) || !(other instanceof Group after)) {
            return false;
        }
        Optional<String> key = after.firstOf("url", "label", "name", "title");
        return key.isPresent() && before.member(key.get()).equals(after.member(key.get()));
    }

    /** Whether at least half of their values are the same. */
    static boolean isSimilar(Content one, Content other) {
        if (!(one instanceof Group before) || !(other instanceof Group after)) {
            return false;
        }
        long same = after.members().entrySet().stream()
                .filter(member -> member.getValue().equals(before.members().get(member.getKey())))
                .count();
        return same * 2 >= Math.max(before.members().size(), after.members().size());
    }
}
