package org.waymark.source;

import java.io.IOException;
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
 * A folder below which files are written, locked, read back and removed without following any link. Paths are relative to
 * it, with {@code /}. Folders below it are looked at once each, so an instance serves one run. Safe for use by several
 * threads.
 */
public final class RealFolder {
    private final Path root;
    /** Folders below the root by path, and whether each exists. */
    private final Map<String, Boolean> folders = new ConcurrentHashMap<>();

    /** @param root which itself may be a link */
    public RealFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /**
     * The path of a file on this machine, whether or not it exists.
     *
     * @throws WriteFailure when a folder on the way is a link
     */
    public Path resolve(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            hasFolder(path.substring(0, slash));
        }
        return root.resolve(path);
    }

    /**
     * Whether there is a real folder at a path.
     *
     * @throws WriteFailure when it, or a folder on the way, is a link
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
     * The attributes of whatever is at a path, itself and not what it leads to. The system is not asked about a file in a
     * folder that does not exist.
     *
     * @throws WriteFailure when a folder on the way is a link
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
     * The path of a file that is about to be opened, which must be a regular file or absent.
     *
     * @throws WriteFailure when it is a link, a folder, a pipe, a socket or a device
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

    /** Makes a folder and those above it, up to the root; does nothing where it exists. */
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

    /** The bytes of a file of limited length, or nothing where there is none. */
    public Optional<byte[]> read(String path, long limit) throws IOException {
        Path file = file(path);
        try {
            return Optional.of(PlainFile.bytes(file, limit, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a file in place of an older one. Whoever reads it meanwhile sees the old one or the new, never a part.
     *
     * @param options such as {@link StandardOpenOption#SYNC}
     */
    public void replace(String path, byte[] bytes, OpenOption... options) throws IOException {
        Path file = file(path);
        replace(file, bytes, options);
    }

    /** As {@link #replace(String, byte[], OpenOption...)}, for a file whose path has been checked. */
    public static void replace(Path file, byte[] bytes, OpenOption... options) throws IOException {
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            // An earlier run may have left it; were it a link or a pipe, it would be removed and not opened.
            Files.deleteIfExists(next);
            create(next, bytes, options);
            try {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void create(Path file, byte[] bytes, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE_NEW);
        all.add(StandardOpenOption.WRITE);
        Files.write(file, bytes, all.toArray(OpenOption[]::new));
    }

    /** Removes a folder of Waymark's own with all that is in it. */
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
