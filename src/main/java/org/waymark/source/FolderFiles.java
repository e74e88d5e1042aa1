package org.waymark.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a project in a folder on the disk. */
record FolderFiles(Path root) implements ProjectFiles {
    /** The folder of the project itself may be a link; {@code content} must be there, {@code templates} need not. */
    @Override
    public List<ProjectFile> below(String name) {
        Path folder = root.resolve(name);
        if (!name.equals("content") && !Files.isDirectory(folder)) {
            return List.of();
        }
        var files = new ArrayList<ProjectFile>();
        try {
            Path start = folder.toRealPath();
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return isHidden(dir) && !dir.equals(start)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file)) {
                        Path below = start.relativize(file);
                        files.add(file(name + "/" + below.toString().replace('\\', '/'), below, attributes));
                    }
                    return FileVisitResult.CONTINUE;
                }

                private ProjectFile file(String path, Path below, BasicFileAttributes attributes) {
                    Path file = folder.resolve(below);
                    FileVersion listed = FileVersion.of(attributes);
                    return new ProjectFile(path, file, listed, attributes.isRegularFile(), () -> bytes(file, listed));
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    throw ReadFailure.of(folder.resolve(start.relativize(file)), e);
                }
            });
        } catch (IOException e) {
            throw ReadFailure.of(folder, e);
        }
        files.sort(Comparator.comparing(ProjectFile::path));
        return files;
    }

    /** Half a file is worse than none: one that is longer or shorter when it is read than the machine says is refused. */
    private static byte[] bytes(Path file, FileVersion listed) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == listed.size() || bytes.length == Files.size(file)) {
                return bytes;
            }
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
        throw new ReadFailure("cannot read " + file + ": it is being written; try again when that has ended");
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
