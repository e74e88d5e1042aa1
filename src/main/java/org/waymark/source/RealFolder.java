package org.waymark.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder below which files are written, locked, read back and removed without following links. Paths are relative
 * to it, with {@code /}. Each subfolder is checked once, so an instance serves one run. Thread-safe.
 */
public final class RealFolder {
    private final Path root;
    /** Subfolders by path, and whether each exists. */
    private final Map<String, Boolean> folders = new ConcurrentHashMap<>();

    /**
     * @param root which may itself be a link
     */
    public RealFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /**
     * The location of a file on this machine, whether or not it exists.
     *
     * @throws WriteFailure if a parent folder is a link
     */
    public Path resolve(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            hasFolder(path.substring(0, slash));
        }
        return root.resolve(path);
    }

    /**
     * Whether a path is a real folder.
     *
     * @throws WriteFailure if it, or a parent folder, is a link
     */
    public boolean hasFolder(String path) throws IOException {
        Boolean known = folders.get(path);
        if (known != null) {
            return known;
        }
        Optional<BasicFileAttributes> found = attributes(path);
        if (found.isPresent() && found.get().isSymbolicLink()) {
            throw WriteFailure.ofLink(root.resolve(path), root.resolve(path));
        }
        boolean isFolder = found.isPresent() && found.get().isDirectory();
        folders.put(path, isFolder);
        return isFolder;
    }

    /**
     * The attributes of the file at a path, without following a link. Makes no system call for a file in a folder
     * that does not exist.
     *
     * @throws WriteFailure if a parent folder is a link
     */
    public Optional<BasicFileAttributes> attributes(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0 && !hasFolder(path.substring(0, slash))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readAttributes(root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The location of a file that is about to be opened, which must be a regular file or absent.
     *
     * @throws WriteFailure if it is a link, a folder, a pipe, a socket or a device
     */
    public Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Optional<BasicFileAttributes> found = attributes(path);
        if (found.isPresent() && !found.get().isRegularFile()) {
            throw found.get().isSymbolicLink()
                    ? WriteFailure.ofLink(file, file)
                    : new WriteFailure("cannot use " + file + ": it is "
                            + (found.get().isDirectory() ? "a folder" : "a pipe, socket or device")
                            + ", not a file; remove it");
        }
        return file;
    }

    /** Creates a folder and its parents, up to the root; does nothing if it exists. */
    public void makeFolder(String path) throws IOException {
        if (!hasFolder(path)) {
            int slash = path.lastIndexOf('/');
            if (slash > 0) {
                makeFolder(path.substring(0, slash));
            }
            Files.createDirectory(root.resolve(path));
            folders.put(path, true);
        }
    }

    /** The bytes of a file of limited length; empty if it does not exist. */
    public Optional<byte[]> read(String path, long limit) throws IOException {
        Path file = file(path);
        try {
            return Optional.of(PlainFile.bytes(file, limit, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a file, replacing an existing one. Concurrent readers see the old file or the new, never part of one.
     *
     * @param options such as {@link StandardOpenOption#SYNC}
     */
    public void replace(String path, byte[] bytes, OpenOption... options) throws IOException {
        Path file = file(path);
        replace(file, bytes, options);
    }

    /** Like {@link #replace(String, byte[], OpenOption...)}, for a file whose path has been checked. */
    public static void replace(Path file, byte[] bytes, OpenOption... options) throws IOException {
        replace(file, target -> target.write(bytes), options);
    }

    /** Writes the content of a file as a stream. */
    public interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** Like {@link #replace(Path, byte[], OpenOption...)}, without the whole content in memory. */
    public static void replace(Path file, Content content, OpenOption... options) throws IOException {
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            // An earlier run may have left it; a link or pipe is removed, not opened.
            Files.deleteIfExists(next);
            create(next, content, options);
            try {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void create(Path file, Content content, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE_NEW);
        all.add(StandardOpenOption.WRITE);
        try (OutputStream target = Files.newOutputStream(file, all.toArray(OpenOption[]::new))) {
            content.writeTo(target);
        }
    }

    /** Removes one of Waymark's own folders with its content. */
    void removeTree(String path) throws IOException {
        if (!hasFolder(path)) {
            return;
        }
        try (Stream<Path> content = Files.walk(root.resolve(path))) {
            for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
        folders.keySet().removeIf(folder -> folder.equals(path) || folder.startsWith(path + "/"));
    }
}
