package org.waymark.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.schema.Id;

/**
 * The kinds of organisation in use, from A to Z. They are free text: kinds that differ only in case count as one, under
 * the spelling that sorts first. Each has an id for its address.
 */
final class OrganisationKinds {
    private final List<Finder.FinderValue> all = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    OrganisationKinds(Collection<String> kinds) {
        Set<String> ids = new HashSet<>();
        for (String kind : new TreeSet<>(kinds)) {
            indices.computeIfAbsent(folded(kind), k -> {
                all.add(new Finder.FinderValue(freeId(kind, ids), kind));
                return all.size() - 1;
            });
        }
    }

    List<Finder.FinderValue> all() {
        return all;
    }

    /** The index of a kind in the list. */
    int index(String kind) {
        Integer index = indices.get(folded(kind));
        if (index == null) {
            throw new IllegalArgumentException("not among these kinds: " + kind);
        }
        return index;
    }

    /** Names without Latin letters yield no id of their own, so several may get the same. */
    private static String freeId(String kind, Set<String> taken) {
        String id = Id.from(kind).value();
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String folded(String kind) {
        return kind.toLowerCase(Locale.ROOT);
    }
}
