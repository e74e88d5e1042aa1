package org.waymark.tool.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Finds folders in a commit. As on disk, the folders of a project may be links, but not the files in them.
 *
 * @param root the tree of the whole commit
 * @param project the path of the project's folder in it, with {@code /}; empty for the root
 */
record CommitTree(Repository repository, ObjectId root, String project) {
    /** A chain of more links is a loop. */
    private static final int MAX_LINKS = 20;

    /** In bytes; the limit of Linux. */
    private static final int LONGEST_TARGET = 4096;

    /** A folder of the project; empty if there is none, or if a link points outside the repository. */
    Optional<ObjectId> folder(String name) throws IOException {
        Deque<String> ahead = new ArrayDeque<>(names(project));
        ahead.addAll(names(name));
        var at = new ArrayList<String>();
        ObjectId tree = root;
        int links = 0;
        while (!ahead.isEmpty()) {
            String next = ahead.removeFirst();
            if (next.equals("..")) {
                if (at.isEmpty()) {
                    return Optional.empty();
                }
                at.remove(at.size() - 1);
                tree = at.isEmpty() ? root : find(root, String.join("/", at)).id();
                continue;
            }
            TreeEntry found = find(tree, next);
            if (found.mode().equals(FileMode.TREE)) {
                at.add(next);
                tree = found.id();
            } else if (found.mode().equals(FileMode.SYMLINK) && ++links <= MAX_LINKS) {
                String target = target(found.id());
                if (target.isEmpty() || target.startsWith("/")) {
                    return Optional.empty();
                }
                List<String> names = names(target);
                for (int i = names.size() - 1; i >= 0; i--) {
                    ahead.addFirst(names.get(i));
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(tree);
    }

    private record TreeEntry(FileMode mode, ObjectId id) {}

    private TreeEntry find(ObjectId tree, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk == null
                    ? new TreeEntry(FileMode.MISSING, ObjectId.zeroId())
                    : new TreeEntry(walk.getFileMode(0), walk.getObjectId(0));
        }
    }

    /** The target of a link; empty if it is too long for a path. */
    private String target(ObjectId link) throws IOException {
        ObjectLoader target = repository.open(link, Constants.OBJ_BLOB);
        return target.getSize() > LONGEST_TARGET ? "" : new String(target.getBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> names(String path) {
        return List.of(path.split("/")).stream()
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
