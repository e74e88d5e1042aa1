package org.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads a project folder. Files and folders whose name starts with a dot are not seen. Links are not followed, so that
 * nothing is published that lies outside the project.
 */
public final class ProjectReader {
    /** The endings of files that browsers show as pictures. */
    public static final Set<String> IMAGE_TYPES = Set.of("avif", "gif", "jpeg", "jpg", "png", "svg", "webp");

    private static final Set<String> TEXT_TYPES = Set.of("md", "yaml");
    private static final String CONTENT = "content";
    private static final String TEMPLATES = "templates";
    private static final String ASSETS = TEMPLATES + "/assets/";

    private ProjectReader() {}

    /**
     * A file as the walk through a folder has met it.
     *
     * @param path relative to the project, with {@code /}
     * @param isFile false for a link, whatever it leads to
     */
    private record Found(String path, Path file, FileVersion version, boolean isFile) {
        boolean isText() {
            return TEXT_TYPES.contains(ending());
        }

        /** Whether it is a picture. A control character in its name could stand in no list of files. */
        boolean isImage() {
            return path.startsWith("content/images/")
                    && IMAGE_TYPES.contains(ending())
                    && path.chars().noneMatch(Character::isISOControl);
        }

        private String ending() {
            int dot = path.lastIndexOf('.');
            return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is anything to read below a folder. */
    public static boolean isProject(Path root) {
        return Files.isDirectory(root.resolve(CONTENT));
    }

    /**
     * Reads {@code content} and {@code templates} below a folder.
     *
     * @throws ReadFailure when a folder or file cannot be read
     */
    public static Project read(Path root) {
        return read(root, new FileMemory(false));
    }

    static Project read(Path root, FileMemory memory) {
        var texts = new ArrayList<Found>();
        var images = new ArrayList<ContentImage>();
        var others = new ArrayList<String>();
        var links = new ArrayList<String>();
        for (Found found : filesBelow(root, CONTENT)) {
            if (!found.isFile()) {
                links.add(found.path());
            } else if (found.isImage()) {
                images.add(new ContentImage(found.path(), found.file(), found.version()));
            } else if (found.isText()) {
                texts.add(found);
            } else {
                others.add(found.path());
            }
        }
        List<SourceFile> content = texts.parallelStream()
                .map(found -> memory.text(found.path(), found.version(), () -> readBytes(found)))
                .toList();
        var look = new Look(memory);
        if (Files.isDirectory(root.resolve(TEMPLATES))) {
            for (Found found : filesBelow(root, TEMPLATES)) {
                if (found.isFile()) {
                    look.add(found);
                } else {
                    links.add(found.path());
                }
            }
        }
        look.addBuiltIn();
        return new Project(
                content,
                images,
                others,
                links,
                List.copyOf(look.templates.values()),
                List.copyOf(look.assets.values()));
    }

    /** The files of the look, by path: those of the project, and the built-in ones it does not replace. */
    private static final class Look {
        private final FileMemory memory;
        private final Map<String, SourceFile> templates = new TreeMap<>();
        private final Map<String, AssetFile> assets = new TreeMap<>();

        Look(FileMemory memory) {
            this.memory = memory;
        }

        void add(Found found) {
            add(found.path(), found.version(), () -> readBytes(found));
        }

        void addBuiltIn() {
            for (String name : BuiltInTemplates.NAMES) {
                String path = TEMPLATES + "/" + name;
                if (!templates.containsKey(path) && !assets.containsKey(path)) {
                    add(path, FileVersion.NEVER_CHANGES, () -> BuiltInTemplates.bytes(name));
                }
            }
        }

        private void add(String path, FileVersion version, Supplier<byte[]> bytes) {
            if (path.endsWith(".ftlh")) {
                templates.put(path, memory.text(path, version, bytes));
            } else if (path.startsWith(ASSETS)) {
                assets.put(path, memory.asset(path, version, bytes));
            }
        }
    }

    /**
     * The bytes of a picture.
     *
     * @throws ReadFailure when it cannot be read, or is now a link to another place
     */
    public static byte[] readImage(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * A text file beside the content, which the user named.
     *
     * @param path by which findings name it
     * @return empty where there is no such file
     * @throws ReadFailure when it cannot be read
     */
    public static Optional<SourceFile> readBeside(Path file, String path) {
        return Files.exists(file) ? Optional.of(SourceFile.decode(path, readBytes(file))) : Optional.empty();
    }

    private static byte[] readBytes(Found found) {
        return readBytes(found.file());
    }

    private static byte[] readBytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        } else {
            reason = String.valueOf(e.getMessage());
        }
        return new ReadFailure("cannot read " + file + ": " + reason, e);
    }

    /** Everything below a folder of the project, in path order. The folder itself may be a link. */
    private static List<Found> filesBelow(Path root, String name) {
        Path folder = root.resolve(name);
        var files = new ArrayList<Found>();
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
                        String path = name + "/" + below.toString().replace('\\', '/');
                        files.add(new Found(
                                path, folder.resolve(below), FileVersion.of(attributes), attributes.isRegularFile()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    throw failure(folder.resolve(start.relativize(file)), e);
                }
            });
        } catch (IOException e) {
            throw failure(folder, e);
        }
        files.sort(Comparator.comparing(Found::path));
        return files;
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
