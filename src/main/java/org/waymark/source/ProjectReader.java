package org.waymark.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a project folder. Files whose name starts with a dot are not seen. */
public final class ProjectReader {
    /** The endings of files that browsers show as pictures. */
    public static final Set<String> IMAGE_TYPES = Set.of("avif", "gif", "jpeg", "jpg", "png", "svg", "webp");

    private static final Set<String> TEXT_TYPES = Set.of("md", "yaml");

    private ProjectReader() {}

    /** Whether there is anything to read below a folder. */
    public static boolean isProject(Path root) {
        return Files.isDirectory(root.resolve("content"));
    }

    /**
     * Reads {@code content} and {@code templates} below a folder.
     *
     * @throws ReadFailure when a folder or file cannot be read
     */
    public static Project read(Path root) {
        var texts = new ArrayList<Path>();
        var images = new ArrayList<ContentImage>();
        var others = new ArrayList<String>();
        for (Path file : filesBelow(root.resolve("content"))) {
            String path = relative(root, file);
            if (path.startsWith("content/images/") && IMAGE_TYPES.contains(ending(path))) {
                images.add(new ContentImage(path, file));
            } else if (TEXT_TYPES.contains(ending(path)) && Files.isRegularFile(file)) {
                texts.add(file);
            } else {
                others.add(path);
            }
        }
        List<SourceFile> content =
                texts.parallelStream().map(file -> readFile(root, file)).toList();
        return new Project(content, images, others, readTemplates(root));
    }

    private static List<SourceFile> readTemplates(Path root) {
        Map<String, SourceFile> byPath = new TreeMap<>();
        BuiltInTemplates.read().forEach(file -> byPath.put(file.path(), file));
        Path folder = root.resolve("templates");
        if (Files.isDirectory(folder)) {
            for (Path file : filesBelow(folder)) {
                byPath.put(relative(root, file), readFile(root, file));
            }
        }
        return List.copyOf(byPath.values());
    }

    private static SourceFile readFile(Path root, Path file) {
        try {
            return SourceFile.decode(relative(root, file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static ReadFailure failure(Path file, IOException e) {
        String reason;
        if (e instanceof AccessDeniedException) {
            reason = "you are not allowed to read it";
        } else if (e instanceof NoSuchFileException) {
            reason = "it is not there";
        } else {
            reason = String.valueOf(e.getMessage());
        }
        return new ReadFailure("cannot read " + file + ": " + reason, e);
    }

    private static List<Path> filesBelow(Path folder) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return isHidden(dir) && !dir.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    throw failure(file, e);
                }
            });
        } catch (IOException e) {
            throw failure(folder, e);
        }
        files.sort(Comparator.comparing(file -> relative(folder, file)));
        return files;
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
