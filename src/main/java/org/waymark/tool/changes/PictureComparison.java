package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares images by content. */
final class PictureComparison {
    private PictureComparison() {}

    static List<PictureChange> of(Map<String, String> before, Map<String, String> after) {
        Map<String, String> removed = new HashMap<>();
        new TreeSet<>(before.keySet())
                .stream()
                        .filter(path -> !after.containsKey(path))
                        .forEach(path -> removed.putIfAbsent(String.valueOf(before.get(path)), path));
        var renamed = new TreeSet<String>();
        var changes = new ArrayList<PictureChange>();
        var all = new TreeSet<>(after.keySet());
        all.addAll(before.keySet());
        for (String path : all) {
            if (!before.containsKey(path)) {
                Optional<String> from = Optional.ofNullable(removed.remove(String.valueOf(after.get(path))));
                from.ifPresent(renamed::add);
                changes.add(new PictureChange(from.isPresent() ? ChangeType.RENAMED : ChangeType.ADDED, path, from));
            } else if (!after.containsKey(path)) {
                changes.add(new PictureChange(ChangeType.REMOVED, path, Optional.empty()));
            } else if (!before.get(path).equals(after.get(path))) {
                changes.add(new PictureChange(ChangeType.CHANGED, path, Optional.empty()));
            }
        }
        changes.removeIf(change -> change.type() == ChangeType.REMOVED && renamed.contains(change.path()));
        return changes;
    }
}
