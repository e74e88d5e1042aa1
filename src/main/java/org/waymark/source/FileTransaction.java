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
 * Changes many files below a folder, so that each is whole at any moment: the old one or the new. New files are staged in
 * Waymark's own folder below it, and then moved into place; removals are separate. A lock keeps two transactions from
 * changing one folder at once. Links below the folder are never followed.
 *
 * <p>What makes the change as a whole survive a crash is the policy of the caller, who records what will change before
 * moving the first file: {@link ProjectWriter} keeps a journal and completes it; a publisher lists the files of both
 * editions, and the next build makes everything again.
 *
 * <p>Staging is safe for use by several threads. Closing removes what was staged and not moved, and any folder made for
 * nothing.
 */
public final class FileTransaction implements AutoCloseable {
    private static final String LOCK = WorkFolder.NAME + "/lock";
    private static final String STAGING = WorkFolder.NAME + "/staged";

    private final RealFolder folder;
    private final Path staging;
    private final FileChannel lock;
    /** The folders that this transaction has made around its lock, the innermost first. */
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

    /** Which folder Waymark's own is, where the system numbers its files; empty where it is missing, or a link. */
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
     * Begins a transaction in a folder, which is made if it does not exist.
     *
     * @return empty while another transaction is changing that folder
     * @throws WriteFailure when a link or another file is in the way
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
            // Such as on a full disk, which may have room for a folder but not for a file in it.
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
            // Another thread of this process has it.
        } catch (IOException e) {
            // Some network drives have no locks. Each file is still whole, whoever else writes.
            return channel;
        }
        channel.close();
        return null;
    }

    /** The folder that is changed. */
    public RealFolder folder() {
        return folder;
    }

    /** Empties the staging area of what an interrupted transaction has left. To be called before anything is staged. */
    public void clear() throws IOException {
        hasStaging = true;
        folder.removeTree(STAGING);
        Files.createDirectory(staging);
    }

    /**
     * Stages a file.
     *
     * @throws WriteFailure when the transaction is closed, or a folder on the way is a link
     */
    public void stage(String path, Content content, OpenOption... options) throws IOException {
        folder.resolve(path);
        Path target = staging.resolve(path);
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE_NEW);
        all.add(StandardOpenOption.WRITE);
        // File systems create one file at a time, so threads that wait for each other here lose nothing.
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

    /** Fails where the staging area has vanished, instead of making another one in a folder of somebody else's. */
    private void makeStagingFolder(Path path) throws IOException {
        if (!path.equals(staging) && stagingFolders.add(path)) {
            makeStagingFolder(Objects.requireNonNull(path.getParent()));
            Files.createDirectory(path);
        }
    }

    /** The paths of all files that were staged. */
    public Set<String> staged() {
        return staged;
    }

    /** The path of a staged file, relative to the folder. */
    String stagedPath(String path) {
        return STAGING + "/" + path;
    }

    /** A staged file on this machine, until it is moved into place. */
    public Path stagedFile(String path) {
        return staging.resolve(path);
    }

    /**
     * Moves all staged files into place, except those of Waymark's own folder; a whole folder at once where none of its name
     * exists.
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

    /** Moves one staged file into place, where its folder exists. */
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
     * Removes files, in the order given. What is a folder, or is reached through a link, stays.
     *
     * @return how many there were
     */
    public int remove(Collection<String> paths) throws IOException {
        int removed = 0;
        for (String path : paths) {
            Path file = folder.root().resolve(path);
            boolean isOwn = !isFolder(file)
                    && foldersOf(path).map(folder.root()::resolve).allMatch(FileTransaction::isFolder);
            // A damaged list may name what no file system can hold.
            if (isOwn && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    /** Removes the folders that are empty now that files have been removed from them. */
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
            // It holds other files.
        }
    }

    /** The folders that hold a file, from the outermost. */
    public static Stream<String> foldersOf(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(slash -> path.substring(0, slash));
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Ends the transaction. Another thread may do so at any time. */
    @Override
    public void close() throws IOException {
        synchronized (stagingFolders) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        boolean isThere;
        // Closed before it is removed: Windows removes no open file.
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
