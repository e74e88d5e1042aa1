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
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Finds folders in a commit, through links, as the disk would: the folders of a project may be links, what is in them may not.
 *
 * @param root the tree of the whole commit
 * @param project the folder of the project in it, with {@code /}; empty for the whole
 */
record CommitTree(Repository repository, ObjectId root, String project) {
    /** More links than these lead in a circle. */
    private static final int MOST_LINKS = 20;

    /** A folder of the project; empty where there is none, or where a link leads out of the repository. */
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
            } else if (found.mode().equals(FileMode.SYMLINK) && ++links <= MOST_LINKS) {
                String target = target(found.id());
                if (target.startsWith("/")) {
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

    private String target(ObjectId link) throws IOException {
        return new String(repository.open(link, Constants.OBJ_BLOB).getBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> names(String path) {
        return List.of(path.split("/")).stream()
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
