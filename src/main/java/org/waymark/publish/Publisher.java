package org.waymark.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.render.OutputFile;

/**
 * Brings a folder to the state of a new edition of the site, in two steps. {@link #stage} writes what is new or changed
 * aside, in the folder {@code .waymark}, as soon as it is made, so that no edition has to fit into memory. {@link #publish}
 * then moves it into place.
 *
 * <p>Every published file is always whole, of the old edition or the new one, since it is moved in one step. Assets come
 * first, pages next, removals last and in the other order, so that no page lacks what it shows; only what stands in the
 * way of a new file or folder goes before. The manifest names all files of both editions before the first is touched; so
 * an interrupted run is completed by the next, and nothing is removed that Waymark has not written. Links within the
 * folder are not followed.
 *
 * <p>Nothing is done on disk before the first file is staged. Closing removes what was staged and not published. Another
 * thread may close it at any time, such as when the user stops the build: what is about to be published is published then.
 */
public final class Publisher implements AutoCloseable {
    /** Waymark's own folder within the output. */
    public static final String OWN_FOLDER = ".waymark";

    private static final String LOCK = "lock";
    private static final String MANIFEST_MEANWHILE = "manifest-to-be";
    private static final String MANIFEST_TO_COME = "manifest-to-come";

    private static final Comparator<Path> ASSETS_FIRST =
            Comparator.comparing(path -> !path.endsWith("assets") && !path.endsWith("images"));

    private static final Comparator<String> ASSETS_LAST =
            Comparator.comparing(path -> path.startsWith("assets/") || path.startsWith("images/"));

    /** Files that keep a folder in a repository, or that a system leaves behind wherever it looks. */
    static final Set<String> IGNORED = Set.of(".gitignore", ".gitkeep", ".DS_Store");

    private final Path folder;
    private final List<Encoding> encodings;
    private final Path own;
    private final Path manifest;
    /** Where files lie until they are published, in folders like those of the site. */
    private final Path aside;

    /** Those of the new edition, by path. */
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    /** Those of copied files, by their source. */
    private final Map<Path, String> copied = new ConcurrentHashMap<>();
    /** Those that are new or not what they were, which lie aside. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private final Set<Path> foldersAside = new HashSet<>();
    private volatile @Nullable Claim claim;
    private boolean isClosed;

    /**
     * The right to write into the folder.
     *
     * @param isNew whether nothing was there before
     * @param manifest what Waymark has written, or was about to write, there before
     * @param lock kept until the end, so that no other build writes there
     */
    private record Claim(boolean isNew, Manifest manifest, FileChannel lock) {
        Set<String> old() {
            return manifest.digests().keySet();
        }
    }

    /**
     * How many files of the new edition were written, were already there, and were removed.
     *
     * @param written new or changed
     * @param unchanged left untouched, with their time stamps
     * @param removed files of the old edition that the new one does not have
     */
    public record Result(int written, int unchanged, int removed) {}

    public Publisher(Path folder) {
        this(folder, List.of());
    }

    /** @param encodings the forms in which texts are to lie there as well, each beside its text */
    public Publisher(Path folder, List<Encoding> encodings) {
        this.folder = folder;
        this.encodings = List.copyOf(encodings);
        this.own = folder.resolve(OWN_FOLDER);
        this.manifest = manifestOf(folder);
        this.aside = own.resolve("staged");
    }

    static Path manifestOf(Path folder) {
        return folder.resolve(OWN_FOLDER).resolve("manifest");
    }

    /**
     * Takes a file of the new edition. Safe for use by several threads.
     *
     * @throws PublishFailure when the folder is not Waymark's, or the machine does not let it write
     */
    public void stage(OutputFile file) {
        Claim mine = claim();
        try {
            String digest = stage(file, mine);
            var precompression = new Precompression(folder, encodings, mine.manifest());
            if (precompression.concerns(file.path())) {
                for (Encoding encoding : encodings) {
                    stageForm(file, digest, encoding, precompression, mine);
                }
            }
        } catch (IOException e) {
            throw PublishFailure.of(folder.resolve(file.path()), e);
        }
    }

    private String stage(OutputFile file, Claim mine) throws IOException {
        Path target = folder.resolve(file.path());
        boolean isThere = !mine.isNew() && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
        String digest = file instanceof OutputFile.Copied copy
                ? stageCopy(copy, target, isThere)
                : stageMade((OutputFile.Made) file, target, isThere);
        digests.put(file.path(), digest);
        return digest;
    }

    private void stageForm(OutputFile file, String digest, Encoding encoding, Precompression precompression, Claim mine)
            throws IOException {
        String form = file.path() + encoding.ending();
        if (precompression.isKnown(file.path(), digest)) {
            Optional<String> present = precompression.present(form);
            present.ifPresent(known -> digests.put(form, known));
            if (present.isPresent() || precompression.wasNotWorthIt(form)) {
                return;
            }
        }
        byte[] bytes = file instanceof OutputFile.Made made ? made.bytes() : Files.readAllBytes(staged(file.path()));
        Optional<byte[]> compressed = Precompression.compressed(bytes, encoding);
        if (compressed.isPresent()) {
            stage(new OutputFile.Made(form, compressed.get()), mine);
        }
    }

    /** The digests of all files that are staged, by path. */
    Map<String, String> digests() {
        return Map.copyOf(digests);
    }

    /** Whether a file is the smaller form of another, which no run makes itself. */
    boolean isForm(String path) {
        return encodings.stream()
                .anyMatch(encoding -> path.endsWith(encoding.ending())
                        && digests.containsKey(path.substring(
                                0, path.length() - encoding.ending().length())));
    }

    byte[] stagedBytes(String path) throws IOException {
        return Files.readAllBytes(staged(path));
    }

    static byte[] bytes(OutputFile file) throws IOException {
        return file instanceof OutputFile.Made made
                ? made.bytes()
                : Files.readAllBytes(((OutputFile.Copied) file).source());
    }

    /** Where a file lies that was staged: aside, or where it was already. */
    private Path staged(String path) {
        return (changed.contains(path) ? aside : folder).resolve(path);
    }

    /** Its bytes are at hand, so that they are hashed from there. */
    private String stageMade(OutputFile.Made file, Path target, boolean isThere) throws IOException {
        byte[] bytes = file.bytes();
        boolean isUnchanged =
                isThere && Files.size(target) == bytes.length && Arrays.equals(Files.readAllBytes(target), bytes);
        if (!isUnchanged) {
            write(file.path(), out -> out.write(bytes));
        }
        return Sha256.of(bytes);
    }

    /** Its digest is that of the bytes which are, or come to lie, in the output, whatever happens to the source meanwhile. */
    private String stageCopy(OutputFile.Copied file, Path target, boolean isThere) throws IOException {
        refuseUnreadable(file.source());
        if (isThere && Files.size(target) == Files.size(file.source())) {
            String digest = Sha256.of(file.source());
            if (digest.equals(Sha256.of(target))) {
                copied.put(file.source(), digest);
                return digest;
            }
        }
        write(file.path(), out -> copied.put(file.source(), Sha256.whileCopying(file.source(), out)));
        return Objects.requireNonNull(copied.get(file.source()));
    }

    /** Says of the source, and not of the copy, that it is not there or may not be read. */
    private static void refuseUnreadable(Path source) {
        try (InputStream in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS)) {
            in.available();
        } catch (IOException e) {
            throw PublishFailure.ofReading(source, e);
        }
    }

    /** The SHA-256 of each file that was staged as a copy, by its source. */
    public Map<Path, String> copied() {
        return Map.copyOf(copied);
    }

    /**
     * Publishes the staged files, and removes those of the old edition that are not among them.
     *
     * @param facts what the edition was made of, by name, for the manifest
     * @throws PublishFailure when files of somebody else are in the way, or the machine does not let it write
     */
    public synchronized Result publish(Map<String, String> facts) {
        try {
            refuseClosed();
            return publish(claim(), facts);
        } catch (IOException e) {
            throw PublishFailure.of(folder, e);
        } catch (UncheckedIOException e) {
            throw PublishFailure.of(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private Result publish(Claim mine, Map<String, String> facts) throws IOException {
        if (!isFolder(aside)) {
            throw new NoSuchFileException(aside.toString());
        }
        Set<String> paths = digests.keySet();
        Set<String> folders =
                changed.stream().flatMap(Publisher::foldersOf).collect(Collectors.toCollection(TreeSet::new));
        var gone = new TreeSet<>(mine.old());
        gone.removeAll(paths);
        if (!mine.isNew()) {
            refuseForeignFiles(new TreeSet<>(changed), folders, mine.old());
            refuseUnwritable(Stream.of(changed, gone).flatMap(Set::stream));
        }
        // All that needs room on the disk is written before the first file is touched.
        writeAside(MANIFEST_TO_COME, Manifest.of(facts, digests));
        var both = new TreeSet<>(mine.old());
        both.addAll(paths);
        writeAside(MANIFEST_MEANWHILE, Manifest.unfinished(both));
        move(own.resolve(MANIFEST_MEANWHILE), manifest);
        try {
            List<String> inTheWay = gone.stream()
                    .filter(path -> folders.contains(path) || foldersOf(path).anyMatch(paths::contains))
                    .toList();
            gone.removeAll(inTheWay);
            int removed = remove(inTheWay);
            moveIntoPlace(aside, folder);
            removed += remove(gone);
            move(own.resolve(MANIFEST_TO_COME), manifest);
            return new Result(changed.size(), paths.size() - changed.size(), removed);
        } catch (IOException e) {
            throw begun(PublishFailure.of(folder, e));
        } catch (PublishFailure e) {
            throw begun(e);
        }
    }

    private static PublishFailure begun(PublishFailure failure) {
        return new PublishFailure(
                failure.getMessage() + "; some pages may be new and others old already: mend this and build again",
                failure.getCause());
    }

    /** What keeps a file from being replaced or removed should show before the first one is. */
    private void refuseUnwritable(Stream<String> paths) {
        Set<Path> folders = paths.map(folder::resolve).map(Path::getParent).collect(Collectors.toSet());
        for (Path there : folders) {
            if (Files.isDirectory(there) && !Files.isWritable(there)) {
                throw PublishFailure.of(there, new AccessDeniedException(there.toString()));
            }
        }
    }

    @Override
    public synchronized void close() {
        Claim mine = claim;
        if (isClosed) {
            return;
        }
        // Of several threads that stage, one may fail while the others go on.
        synchronized (foldersAside) {
            isClosed = true;
        }
        if (mine != null) {
            try {
                // Somebody may have put something else in its place.
                boolean isThere = isFolder(own);
                if (isThere) {
                    removeStaged();
                    Files.deleteIfExists(own.resolve(MANIFEST_TO_COME));
                    Files.deleteIfExists(own.resolve(MANIFEST_MEANWHILE));
                }
                // Closed first: Windows removes no file that is open.
                mine.lock().close();
                if (isThere && mine.isNew() && !Manifest.exists(manifest)) {
                    takeBackFolders();
                }
            } catch (IOException e) {
                throw PublishFailure.of(own, e);
            } catch (UncheckedIOException e) {
                throw PublishFailure.of(own, Objects.requireNonNull(e.getCause()));
            }
        }
    }

    private void refuseClosed() {
        if (isClosed) {
            throw new PublishFailure(
                    "cannot publish to " + folder + ": the build was stopped; nothing was changed", null);
        }
    }

    /** Makes sure once that the folder is Waymark's and that no other build writes there. */
    private Claim claim() {
        Claim mine = claim;
        if (mine != null) {
            return mine;
        }
        synchronized (this) {
            if (claim == null) {
                try {
                    refuseClosed();
                    claim = claimFolder();
                } catch (IOException e) {
                    throw PublishFailure.of(folder, e);
                } catch (UncheckedIOException e) {
                    throw PublishFailure.of(folder, Objects.requireNonNull(e.getCause()));
                }
            }
            return claim;
        }
    }

    private Claim claimFolder() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new PublishFailure("cannot publish to " + folder + ": it is a file, not a folder", null);
        }
        if (!Manifest.exists(manifest) && Files.isDirectory(folder)) {
            refuseForeignFolder();
        }
        Files.createDirectories(own);
        FileChannel lock = lock();
        try {
            removeStaged();
            Files.createDirectory(aside);
            // Looked at again, since another build may have published here until it gave up the lock.
            boolean isNew = !Manifest.exists(manifest);
            return new Claim(isNew, isNew ? Manifest.unfinished(Set.of()) : Manifest.read(manifest), lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void refuseForeignFolder() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            List<String> foreign = content.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !IGNORED.contains(name) && !name.equals(OWN_FOLDER))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new PublishFailure(
                        "cannot publish to " + folder + ": the folder is not empty and Waymark has not written it ("
                                + foreign.get(0) + " is there); choose another folder with --output, or empty it",
                        null);
            }
        }
    }

    @SuppressWarnings("MustBeClosed")
    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        } catch (IOException e) {
            // Some network drives know no locks. Each file is still whole, whoever else writes.
            return channel;
        }
        channel.close();
        throw new PublishFailure(
                "cannot publish to " + folder + ": another build is publishing there; wait until it has ended", null);
    }

    /** What has not been published, or what an interrupted run has left. */
    private void removeStaged() throws IOException {
        if (!isFolder(aside)) {
            return;
        }
        try (Stream<Path> content = Files.walk(aside)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Leaves no folder where nothing was published. */
    private void takeBackFolders() throws IOException {
        Files.deleteIfExists(own.resolve(LOCK));
        for (Path made : List.of(own, folder)) {
            try {
                Files.deleteIfExists(made);
            } catch (DirectoryNotEmptyException e) {
                // It was there before.
            }
        }
    }

    /** What a file is to hold. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file aside. */
    private void write(String path, Content content) throws IOException {
        Path target = aside.resolve(path);
        // File systems create one file at a time. Two threads that wait for that in the system take longer than one.
        synchronized (foldersAside) {
            refuseClosed();
            Path parent = Objects.requireNonNull(target.getParent());
            if (foldersAside.add(parent)) {
                Files.createDirectories(parent);
            }
            try (OutputStream out =
                    Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
        }
        changed.add(path);
    }

    /** Moves what is in a folder into another, assets first; a whole folder at once where there is none of its name. */
    private static void moveIntoPlace(Path from, Path to) throws IOException {
        List<Path> content;
        try (Stream<Path> unsorted = Files.list(from)) {
            content = unsorted.sorted(ASSETS_FIRST).toList();
        }
        for (Path staged : content) {
            Path target = to.resolve(from.relativize(staged));
            if (isFolder(staged) && isFolder(target)) {
                moveIntoPlace(staged, target);
            } else {
                move(staged, target);
            }
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw PublishFailure.of(to, e);
        }
    }

    private void writeAside(String name, Manifest listed) throws IOException {
        Files.write(own.resolve(name), listed.text().getBytes(StandardCharsets.UTF_8));
    }

    private void refuseForeignFiles(Collection<String> paths, Set<String> folders, Set<String> old) throws IOException {
        for (String path : folders) {
            Path there = folder.resolve(path);
            boolean isFile = Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !isFolder(there);
            if (isFile && !old.contains(path)) {
                throw foreign(there, there);
            }
        }
        Set<String> oldFolders = old.stream().flatMap(Publisher::foldersOf).collect(Collectors.toSet());
        for (String path : paths) {
            Path target = folder.resolve(path);
            if (isFolder(target)) {
                refuseForeignFilesIn(target, old, oldFolders);
            } else if (!old.contains(path) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw foreign(target, target);
            }
        }
    }

    /** A folder that a file is to replace must hold nothing but what Waymark removes from it. */
    private void refuseForeignFilesIn(Path target, Set<String> old, Set<String> oldFolders) throws IOException {
        try (Stream<Path> content = Files.walk(target)) {
            for (Path there : content.sorted(Comparator.reverseOrder()).toList()) {
                Set<String> known = isFolder(there) ? oldFolders : old;
                if (!known.contains(folder.relativize(there).toString().replace('\\', '/'))) {
                    throw foreign(target, there);
                }
            }
        }
    }

    private static PublishFailure foreign(Path target, Path there) {
        String what = target.equals(there)
                ? "a " + (isFolder(there) ? "folder" : "file") + " is there that Waymark has not written"
                : there + " is there, which Waymark has not written";
        return new PublishFailure("cannot write " + target + ": " + what + "; move it away and build again", null);
    }

    /** The folders in which a file lies, from the outermost. */
    static Stream<String> foldersOf(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(slash -> path.substring(0, slash));
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Assets last, for as long as a page of the old edition stands, it shows them. */
    static List<String> inOrderOfRemoval(Collection<String> gone) {
        return gone.stream().sorted(ASSETS_LAST).toList();
    }

    /** Removes files of the old edition, and the folders that this leaves empty. */
    private int remove(Collection<String> gone) throws IOException {
        int removed = 0;
        for (String path : inOrderOfRemoval(gone)) {
            Path file = folder.resolve(path);
            boolean isOwn =
                    !isFolder(file) && foldersOf(path).map(folder::resolve).allMatch(Publisher::isFolder);
            // A damaged manifest may name what no file system can hold.
            if (isOwn && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        Set<String> folders = new TreeSet<>(Comparator.reverseOrder());
        gone.stream().flatMap(Publisher::foldersOf).forEach(folders::add);
        for (String path : folders) {
            try {
                if (isFolder(folder.resolve(path))) {
                    Files.delete(folder.resolve(path));
                }
            } catch (DirectoryNotEmptyException e) {
                // It still holds pages, or files that are not Waymark's.
            }
        }
        return removed;
    }
}
