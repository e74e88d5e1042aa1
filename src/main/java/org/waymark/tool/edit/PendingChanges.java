package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;

/** Collects changes by file, in any order. */
final class PendingChanges {
    private final Map<String, List<Edit>> edits = new HashMap<>();
    private final Map<String, String> moves = new HashMap<>();
    private final Map<String, FileChange> others = new TreeMap<>();

    void add(Collection<Edit> more) {
        more.forEach(edit -> edits.computeIfAbsent(edit.span().path(), path -> new ArrayList<>())
                .add(edit));
    }

    void move(String path, String newPath) {
        moves.put(path, newPath);
    }

    void remove(String path) {
        others.put(path, new FileChange.Removal(path));
    }

    void create(String path, String text) {
        others.put(path, new FileChange.Creation(path, text));
    }

    /** In path order. Files to be removed get no other change. */
    List<FileChange> list() {
        var paths = new TreeSet<>(edits.keySet());
        paths.addAll(moves.keySet());
        paths.addAll(others.keySet());
        var changes = new ArrayList<FileChange>();
        for (String path : paths) {
            FileChange other = others.get(path);
            if (other != null) {
                changes.add(other);
            } else {
                List<Edit> inOrder = edits.getOrDefault(path, List.of()).stream()
                        .distinct()
                        .sorted(Comparator.comparing(Edit::span))
                        .toList();
                changes.add(new FileChange.Revision(path, moves.getOrDefault(path, path), inOrder));
            }
        }
        return changes;
    }
}
