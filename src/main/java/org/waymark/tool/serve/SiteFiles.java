package org.waymark.tool.serve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.render.OutputFile;

/**
 * The files of a site, and the edition in which each last changed.
 *
 * @param root where the site begins on its host: {@code /}, or a folder such as {@code /directory/}
 * @param files by path
 * @param changed the number of the edition that last made, changed or removed a file, by path
 */
record SiteFiles(String root, Map<String, OutputFile> files, Map<String, Long> changed) {
    static final SiteFiles NONE = new SiteFiles("/", Map.of(), Map.of());

    SiteFiles {
        files = Map.copyOf(files);
        changed = Map.copyOf(changed);
    }

    /** The site that replaces this one. */
    SiteFiles next(String newRoot, Map<String, OutputFile> newFiles, long edition) {
        var newChanged = new HashMap<>(changed);
        newFiles.forEach((path, file) -> {
            OutputFile old = files.get(path);
            if (old == null || !root.equals(newRoot) || !isSame(old, file)) {
                newChanged.put(path, edition);
            }
        });
        files.keySet().stream()
                .filter(path -> !newFiles.containsKey(path))
                .forEach(path -> newChanged.put(path, edition));
        return new SiteFiles(newRoot, newFiles, newChanged);
    }

    private static boolean isSame(OutputFile a, OutputFile b) {
        if (a instanceof OutputFile.Made old && b instanceof OutputFile.Made made) {
            return old.bytes() == made.bytes() || Arrays.equals(old.bytes(), made.bytes());
        }
        return a.equals(b);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    Optional<OutputFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The addresses, without their host, of what has changed since an edition, up to a limit. */
    List<String> changedAfter(long edition, int most) {
        return changed.entrySet().stream()
                .filter(file -> file.getValue() > edition)
                .limit(most)
                .map(file -> root + file.getKey().replaceFirst("(^|/)index\\.html$", "$1"))
                .sorted()
                .toList();
    }
}
