package org.waymark.tool.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * The changes to a project between two polls.
 *
 * @param paths of the files that were added, changed or removed, in order
 * @param hasLost whether a file is gone, or its text
 */
record ProjectChange(List<String> paths, boolean hasLost) {
    ProjectChange {
        paths = List.copyOf(paths);
    }

    static ProjectChange between(Project before, Project after) {
        Map<String, Object> old = files(before);
        var changed = new ArrayList<String>();
        boolean hasLost = false;
        for (Map.Entry<String, Object> file : files(after).entrySet()) {
            Object known = old.remove(file.getKey());
            if (!file.getValue().equals(known)) {
                changed.add(file.getKey());
                hasLost |= file.getValue() instanceof SourceFile text
                        && text.text().isBlank();
            }
        }
        changed.addAll(old.keySet());
        changed.sort(null);
        return new ProjectChange(changed, hasLost || !old.isEmpty());
    }

    private static Map<String, Object> files(Project project) {
        var files = new HashMap<String, Object>();
        project.content().forEach(file -> files.put(file.path(), file));
        project.templates().forEach(file -> files.put(file.path(), file));
        project.assets().forEach(file -> files.put(file.path(), file));
        project.images().forEach(image -> files.put(image.path(), image));
        project.attachments().forEach(file -> files.put(file.path(), file));
        project.hostFiles().forEach(file -> files.put(file.path(), file));
        project.others().forEach(path -> files.put(path, "other"));
        project.unread().forEach(unread -> files.put(unread.path(), unread.reason()));
        return files;
    }
}
