package org.waymark.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.source.WorkFolder;

/**
 * The content of a folder to which a site was published, without Waymark's own folder. Paths are relative to it, with
 * {@code /}.
 *
 * @param files everything that is not a folder
 * @param unreadable folders that cannot be listed, with the reason
 */
record FolderContent(Map<String, Type> files, Set<String> folders, Map<String, String> unreadable) {
    /** The type of a path, without following links. */
    enum Type {
        FILE,
        LINK,
        OTHER
    }

    /** Lists everything in a folder, which may itself be a link. Does not follow links inside it. */
    static FolderContent of(Path folder) throws IOException {
        Path root = folder.toRealPath();
        var content = new FolderContent(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                if (path.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                if (path.equals(root.resolve(WorkFolder.NAME))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                content.folders.add(name(path));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                Type type =
                        attributes.isSymbolicLink() ? Type.LINK : attributes.isRegularFile() ? Type.FILE : Type.OTHER;
                content.files.put(name(path), type);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
                if (path.equals(root)) {
                    throw e;
                }
                String reason = e instanceof AccessDeniedException
                        ? "you have no permission to list it"
                        : String.valueOf(e.getMessage());
                content.unreadable.put(name(path), reason);
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                return root.relativize(path).toString().replace('\\', '/');
            }
        });
        return content;
    }
}
