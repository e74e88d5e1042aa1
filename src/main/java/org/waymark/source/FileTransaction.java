package org.waymark.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes several files below a folder, so each is complete at any moment: the old one or the new. New files are
 * staged in Waymark's own folder below it, then moved into place; removals are separate. A lock prevents two
 * transactions from changing one folder at once. Links below the folder are never followed.
 *
 * <p>The caller decides how the change as a whole survives a crash, by recording what will change before moving the
 * first file: {@link ProjectWriter} completes it from a journal; a publisher lists the files of both editions, and
 * the next build writes everything again.
 *
 * <p>Staging is thread-safe. Closing removes files that were staged but not moved, and folders that turned out
 * unnecessary.
 */
public final class FileTransaction implements AutoCloseable {
    private static final String LOCK = WorkFolder.NAME + "/lock";
    private static final String STAGING = WorkFolder.NAME + "/staged";

    private final RealFolder folder;
    private final Path staging;
    private final FileChannel lock;
    /** The folders that this transaction has created around its lock, innermost first. */
    private final Deque<Path> made;

    private final Optional<Object> identity;

    private final Set<String> staged = ConcurrentHashMap.newKeySet();
    private final Set<Path> stagingFolders = new HashSet<>();
    private boolean hasStaging;
    private boolean isKept;
    private boolean isClosed;

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private FileTransaction(RealFolder folder, Optional<Object> identity, FileChannel lock, Deque<Path> made) {
        this.folder = folder;
        this.staging = folder.root().resolve(STAGING);
        this.identity = identity;
        this.lock = lock;
        this.made = made;
    }

    /**
     * The file key of Waymark's own folder, if the file system has them; empty if the folder is missing or a link.
     */
    private static Optional<Object> identity(RealFolder folder) throws IOException {
        Path own = folder.root().resolve(WorkFolder.NAME);
        if (!isFolder(own)) {
            return Optional.empty();
        }
        Object key = Files.readAttributes(own, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return Optional.of(key == null ? own : key);
    }

    /**
     * Begins a transaction in a folder, which is created if necessary.
     *
     * @return empty while another transaction is changing that folder
     * @throws WriteFailure if a link or another file is in the way
     */
    public static Optional<FileTransaction> begin(Path root) throws IOException {
        Deque<Path> made = new ArrayDeque<>();
        try {
            makeFolder(root, made);
            var folder = new RealFolder(root);
            if (!folder.hasFolder(WorkFolder.NAME)) {
                folder.makeFolder(WorkFolder.NAME);
                made.push(root.resolve(WorkFolder.NAME));
            }
            Optional<Object> identity = identity(folder);
            FileChannel lock = lock(folder.file(LOCK));
            return lock == null ? Optional.empty() : Optional.of(new FileTransaction(folder, identity, lock, made));
        } catch (IOException | WriteFailure e) {
            // For example on a full disk, which may have space for a folder but not for a file in it.
            for (Path each : made) {
                deleteIfEmpty(each);
            }
            throw e;
        }
    }

    private static void makeFolder(@Nullable Path path, Deque<Path> made) throws IOException {
        if (path != null && !Files.isDirectory(path)) {
            makeFolder(path.toAbsolutePath().getParent(), made);
            Files.createDirectory(path);
            made.push(path);
        }
    }

    @SuppressWarnings("MustBeClosed")
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
        } catch (IOException e) {
            // Some network drives have no locks. Each file is still complete, even with concurrent writers.
            return channel;
        }
        channel.close();
        return null;
    }

    /** The folder to change. */
    public RealFolder folder() {
        return folder;
    }

    /** Removes what an interrupted transaction left in the staging area. Call before staging anything. */
    public void clear() throws IOException {
        hasStaging = true;
        folder.removeTree(STAGING);
        Files.createDirectory(staging);
    }

    /**
     * Stages a file.
     *
     * @throws WriteFailure if the transaction is closed, or a parent folder is a link
     */
    public void stage(String path, Content content, OpenOption... options) throws IOException {
        folder.resolve(path);
        Path target = staging.resolve(path);
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE_NEW);
        all.add(StandardOpenOption.WRITE);
        // File systems create one file at a time, so threads lose nothing by waiting here.
        synchronized (stagingFolders) {
            if (isClosed) {
                throw new WriteFailure("cannot write " + target + ": the command was stopped");
            }
            Path parent = Objects.requireNonNull(target.getParent());
            makeStagingFolder(parent);
            try (OutputStream out = Files.newOutputStream(target, all.toArray(OpenOption[]::new))) {
                content.writeTo(out);
            }
        }
        staged.add(path);
    }

    /** Fails if the staging area has disappeared, rather than creating another in a folder that may not be ours. */
    private void makeStagingFolder(Path path) throws IOException {
        if (!path.equals(staging) && stagingFolders.add(path)) {
            makeStagingFolder(Objects.requireNonNull(path.getParent()));
            Files.createDirectory(path);
        }
    }

    /** The paths of all staged files. */
    public Set<String> staged() {
        return staged;
    }

    /** The path of a staged file, relative to the folder. */
    String stagedPath(String path) {
        return STAGING + "/" + path;
    }

    /** The location of a staged file on this machine, until it is moved into place. */
    public Path stagedFile(String path) {
        return staging.resolve(path);
    }

    /**
     * Moves all staged files into place, except those of Waymark's own folder; moves a whole folder at once if no
     * folder with its name exists.
     *
     * @param order of the files and folders in each folder
     */
    public void moveIntoPlace(Comparator<Path> order) throws IOException {
        if (!isFolder(staging)) {
            throw new NoSuchFileException(staging.toString());
        }
        isKept = true;
        moveIntoPlace(staging, folder.root(), order);
    }

    private static void moveIntoPlace(Path from, Path to, Comparator<Path> order) throws IOException {
        List<Path> content;
        try (Stream<Path> unsorted = Files.list(from)) {
            content = unsorted.filter(each -> !each.endsWith(WorkFolder.NAME))
                    .sorted(order)
                    .toList();
        }
        for (Path each : content) {
            Path target = to.resolve(from.relativize(each));
            if (isFolder(each) && isFolder(target)) {
                moveIntoPlace(each, target, order);
            } else {
                move(each, target);
            }
        }
    }

    /** Moves one staged file into place if its folder exists. */
    public void moveIntoPlace(String path) throws IOException {
        isKept = true;
        move(stagedFile(path), folder.resolve(path));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw WriteFailure.of(to, e);
        }
    }

    /**
     * Removes files in the given order. Ignores folders, and anything reached through a link.
     *
     * @return the number of removed files
     */
    public int remove(Collection<String> paths) throws IOException {
        int removed = 0;
        for (String path : paths) {
            Path file = folder.root().resolve(path);
            boolean isOwn = !isFolder(file)
                    && foldersOf(path).map(folder.root()::resolve).allMatch(FileTransaction::isFolder);
            // A damaged list may contain names that no file system allows.
            if (isOwn && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    /** Removes folders that became empty when these files were removed. */
    public void removeEmptyFolders(Collection<String> removedFiles) throws IOException {
        Set<String> folders = new TreeSet<>(Comparator.reverseOrder());
        removedFiles.stream().flatMap(FileTransaction::foldersOf).forEach(folders::add);
        for (String path : folders) {
            Path each = folder.root().resolve(path);
            if (isFolder(each)) {
                deleteIfEmpty(each);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // The folder contains other files.
        }
    }

    /** The parent folders of a file, outermost first. */
    public static Stream<String> foldersOf(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(slash -> path.substring(0, slash));
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Ends the transaction. Any thread may call this at any time. */
    @Override
    public void close() throws IOException {
        synchronized (stagingFolders) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        boolean isThere;
        // Close before removing: Windows cannot remove an open file.
        try (lock) {
            // Another program may have replaced the folder meanwhile.
            isThere = identity.isPresent() && identity.equals(identity(folder));
            if (isThere && hasStaging) {
                new RealFolder(folder.root()).removeTree(STAGING);
            }
        }
        if (isThere && !isKept && !made.isEmpty()) {
            Files.deleteIfExists(folder.root().resolve(LOCK));
            for (Path each : made) {
                deleteIfEmpty(each);
            }
        }
    }
}
