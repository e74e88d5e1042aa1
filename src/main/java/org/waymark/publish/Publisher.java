package org.waymark.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.render.OutputFile;
import org.waymark.source.FileTransaction;
import org.waymark.source.ReadFailure;
import org.waymark.source.RealFolder;
import org.waymark.source.Repository;
import org.waymark.source.Sha256;
import org.waymark.source.SizeLimit;
import org.waymark.source.WorkFolder;
import org.waymark.source.WriteFailure;

/**
 * Replaces one edition of a site in a folder with the next, in two steps: {@link #stage} writes each new or changed
 * file to the staging area as soon as it is made, so an edition need not fit into memory; {@link #publish} moves
 * them into place.
 *
 * <p>At any moment, every published file is complete, from either the old edition or the new. Assets come first, then
 * pages, and removals last in reverse order, so no page lacks an asset; only a file that blocks a new file or
 * folder is removed earlier. Crash recovery needs no journal: before changing the first file, the manifest lists the
 * files of both editions, so the next build completes the work, and only files that Waymark has written are ever
 * removed. Links within the folder are not followed. The folder itself may be reached through a link of the user's,
 * but not through one from a checkout; see {@link Repository#refuseLinks}.
 *
 * <p>Nothing is written before the first file is staged. Closing removes files that were staged but not published.
 * Another thread may close it at any time, for example when the user stops the build; a publication in progress is
 * completed first.
 */
public final class Publisher implements AutoCloseable {
    private static final String MANIFEST = WorkFolder.NAME + "/manifest";

    /** The folders of files that pages load or link to. */
    private static final Set<String> LOADED = Set.of("assets", "files", "images");

    private static final Comparator<Path> ASSETS_FIRST =
            Comparator.comparing(path -> !LOADED.contains(String.valueOf(path.getFileName())));

    private static final Comparator<String> ASSETS_LAST =
            Comparator.comparing(path -> LOADED.contains(path.substring(0, Math.max(0, path.indexOf('/')))));

    /** Files that keep a folder in a repository, or that operating systems create in folders. */
    static final Set<String> IGNORED = Set.of(".gitignore", ".gitkeep", ".DS_Store");

    private final Path project;
    private final Path folder;
    private final boolean precompresses;

    /** The digests of the new edition, by path. */
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    /** The digests of copied files, by source. */
    private final Map<Path, String> copied = new ConcurrentHashMap<>();

    private volatile @Nullable Claim claim;
    private boolean isClosed;

    /**
     * The lock on the folder and its previous manifest.
     *
     * @param old lists what Waymark had written, or was about to write, before
     */
    private record Claim(FileTransaction transaction, Manifest old) {
        RealFolder folder() {
            return transaction.folder();
        }

        Set<String> oldPaths() {
            return old.digests().keySet();
        }
    }

    /**
     * How many files of the new edition were written or unchanged, and how many were removed.
     *
     * @param written new or changed files
     * @param unchanged files left as they are, with their time stamps
     * @param removed files that only the old edition had
     */
    public record Result(int written, int unchanged, int removed) {}

    /**
     * Publishes into a folder.
     *
     * @param project the project, whose repository may contain links
     * @param precompresses whether to write compressed copies of text files
     */
    public Publisher(Path project, Path folder, boolean precompresses) {
        this.project = project;
        this.folder = folder;
        this.precompresses = precompresses;
    }

    /**
     * Stages a file of the new edition. Thread-safe.
     *
     * @throws WriteFailure if the folder is not Waymark's, or cannot be written
     * @throws ReadFailure if a file to be copied cannot be read
     */
    public void stage(OutputFile file) {
        Claim mine = claim();
        try {
            stage(file, mine);
            if (precompresses && Precompression.concerns(file.path())) {
                stageCompressed(file, mine);
            }
        } catch (IOException e) {
            throw WriteFailure.of(folder.resolve(file.path()), e);
        }
    }

    /** The manifest of a folder, if it has one. */
    static Optional<Manifest> manifest(RealFolder folder) throws IOException {
        return folder.read(MANIFEST, SizeLimit.KEPT)
                .map(bytes -> Manifest.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    private void stage(OutputFile file, Claim mine) throws IOException {
        Optional<BasicFileAttributes> present =
                mine.folder().attributes(file.path()).filter(BasicFileAttributes::isRegularFile);
        String digest = file instanceof OutputFile.Copied copy
                ? stageCopy(copy, present, mine)
                : stageMade((OutputFile.Made) file, present, mine);
        digests.put(file.path(), digest);
    }

    private String stageMade(OutputFile.Made file, Optional<BasicFileAttributes> present, Claim mine)
            throws IOException {
        byte[] bytes = file.bytes();
        boolean isUnchanged = present.isPresent()
                && present.get().size() == bytes.length
                && Arrays.equals(Files.readAllBytes(folder.resolve(file.path())), bytes);
        if (!isUnchanged) {
            mine.transaction().stage(file.path(), out -> out.write(bytes));
        }
        return Sha256.of(bytes);
    }

    /** Digests the bytes that are published, even if the source changes meanwhile. */
    private String stageCopy(OutputFile.Copied file, Optional<BasicFileAttributes> present, Claim mine)
            throws IOException {
        refuseUnreadable(file.source());
        if (present.isPresent() && present.get().size() == Files.size(file.source())) {
            String digest = Sha256.of(file.source());
            if (digest.equals(Sha256.of(folder.resolve(file.path())))) {
                copied.put(file.source(), digest);
                return digest;
            }
        }
        mine.transaction().stage(file.path(), out -> copied.put(file.source(), Sha256.ofCopied(file.source(), out)));
        return Objects.requireNonNull(copied.get(file.source()));
    }

    /** Reports the source, not the copy, if the source is missing or unreadable. */
    private static void refuseUnreadable(Path source) {
        try (InputStream in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS)) {
            in.available();
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    /**
     * Compressed again for each edition: an older compressed file may come from a checkout, and readers would get it
     * instead of the page that reviewers see.
     */
    private void stageCompressed(OutputFile file, Claim mine) throws IOException {
        byte[] bytes = file instanceof OutputFile.Made made ? made.bytes() : copiedBytes(file.path(), mine);
        Optional<byte[]> compressed = Precompression.compressed(bytes);
        if (compressed.isPresent()) {
            stage(new OutputFile.Made(file.path() + Precompression.ENDING, compressed.get()), mine);
        }
    }

    private byte[] copiedBytes(String path, Claim mine) throws IOException {
        boolean isStaged = mine.transaction().staged().contains(path);
        return Files.readAllBytes(isStaged ? mine.transaction().stagedFile(path) : folder.resolve(path));
    }

    /** The SHA-256 of each copied file, by its source. */
    public Map<Path, String> copied() {
        return Map.copyOf(copied);
    }

    /**
     * Publishes the staged files, and removes files that only the old edition had.
     *
     * @param facts what the edition was made from, by name, for the manifest
     * @throws WriteFailure if other files are in the way, or a file cannot be written
     */
    public synchronized Result publish(Map<String, String> facts) {
        refuseClosed();
        Claim mine = claim();
        Set<String> changed = Set.copyOf(mine.transaction().staged());
        var obsolete = new TreeSet<>(mine.oldPaths());
        obsolete.removeAll(digests.keySet());
        try {
            refuseForeignFiles(changed, mine);
            refuseUnwritable(Stream.of(changed, obsolete).flatMap(Set::stream));
            // Everything that needs disk space is written before the first file is changed.
            mine.transaction().stage(MANIFEST, out -> out.write(bytes(Manifest.of(facts, digests))));
            var both = new TreeSet<>(mine.oldPaths());
            both.addAll(digests.keySet());
            mine.folder().replace(MANIFEST, bytes(Manifest.unfinished(both)));
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        }
        try {
            int removed = replaceOld(changed, obsolete, mine.transaction());
            return new Result(changed.size(), digests.size() - changed.size(), removed);
        } catch (IOException e) {
            throw begun(WriteFailure.of(folder, e));
        } catch (WriteFailure e) {
            throw begun(e);
        }
    }

    private static byte[] bytes(Manifest manifest) {
        return manifest.text().getBytes(StandardCharsets.UTF_8);
    }

    private int replaceOld(Set<String> changed, Set<String> obsolete, FileTransaction transaction) throws IOException {
        Set<String> newFolders =
                changed.stream().flatMap(FileTransaction::foldersOf).collect(Collectors.toSet());
        Set<String> inTheWay = obsolete.stream()
                .filter(path -> newFolders.contains(path)
                        || FileTransaction.foldersOf(path).anyMatch(digests::containsKey))
                .collect(Collectors.toSet());
        int removed = remove(inTheWay, transaction);
        transaction.moveIntoPlace(ASSETS_FIRST);
        removed += remove(obsolete, transaction);
        transaction.moveIntoPlace(MANIFEST);
        return removed;
    }

    private static int remove(Set<String> paths, FileTransaction transaction) throws IOException {
        int removed = transaction.remove(inOrderOfRemoval(paths));
        transaction.removeEmptyFolders(paths);
        return removed;
    }

    /** Assets last: pages of the old edition need them until they are removed. */
    static List<String> inOrderOfRemoval(Collection<String> paths) {
        return paths.stream()
                .sorted(ASSETS_LAST.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static WriteFailure begun(WriteFailure failure) {
        return new WriteFailure(
                failure.getMessage() + "; some pages may be new and others old: fix this and build again",
                failure.getCause());
    }

    /** Fails before the first file is changed if any folder does not allow files to be replaced or removed. */
    private void refuseUnwritable(Stream<String> paths) {
        Set<Path> folders = paths.map(folder::resolve).map(Path::getParent).collect(Collectors.toSet());
        for (Path each : folders) {
            if (Files.isDirectory(each) && !Files.isWritable(each)) {
                throw WriteFailure.of(each, new AccessDeniedException(each.toString()));
            }
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        Claim mine = claim;
        if (mine != null) {
            try {
                mine.transaction().close();
            } catch (IOException e) {
                throw WriteFailure.of(folder.resolve(WorkFolder.NAME), e);
            }
        }
    }

    private void refuseClosed() {
        if (isClosed) {
            throw new WriteFailure("cannot publish to " + folder + ": the build was stopped; nothing was changed");
        }
    }

    /** Ensures, once, that the folder is Waymark's and that no other build is writing to it. */
    private Claim claim() {
        Claim mine = claim;
        if (mine != null) {
            return mine;
        }
        synchronized (this) {
            if (claim == null) {
                refuseClosed();
                try {
                    claim = claimFolder();
                } catch (IOException e) {
                    throw WriteFailure.of(folder, e);
                }
            }
            return claim;
        }
    }

    @SuppressWarnings("MustBeClosed") // closed by close()
    private Claim claimFolder() throws IOException {
        Repository.refuseLinks(project, folder);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WriteFailure("cannot publish to " + folder + ": it is a file, not a folder");
        }
        if (new RealFolder(folder).attributes(MANIFEST).isEmpty() && Files.isDirectory(folder)) {
            refuseForeignFolder();
        }
        FileTransaction transaction = FileTransaction.begin(folder)
                .orElseThrow(() -> new WriteFailure(
                        "cannot publish to " + folder + ": another build is publishing there; wait for it to finish"));
        try {
            transaction.clear();
            // Read only now, since another build may have published here before releasing the lock.
            return new Claim(
                    transaction, manifest(transaction.folder()).orElseGet(() -> Manifest.unfinished(Set.of())));
        } catch (IOException | RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    private void refuseForeignFolder() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            List<String> foreign = content.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !IGNORED.contains(name) && !name.equals(WorkFolder.NAME))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new WriteFailure("cannot publish to " + folder
                        + ": the folder is not empty and Waymark has not written it (found " + foreign.get(0)
                        + "); choose another folder with --output, or empty it");
            }
        }
    }

    private void refuseForeignFiles(Set<String> changed, Claim mine) throws IOException {
        Set<String> old = mine.oldPaths();
        Set<String> newFolders =
                changed.stream().flatMap(FileTransaction::foldersOf).collect(Collectors.toCollection(TreeSet::new));
        for (String path : newFolders) {
            if (!old.contains(path)
                    && !mine.folder().hasFolder(path)
                    && mine.folder().attributes(path).isPresent()) {
                throw foreign(folder.resolve(path), "file");
            }
        }
        Set<String> oldFolders =
                old.stream().flatMap(FileTransaction::foldersOf).collect(Collectors.toSet());
        for (String path : new TreeSet<>(changed)) {
            Optional<BasicFileAttributes> present = mine.folder().attributes(path);
            if (present.isPresent() && present.get().isDirectory()) {
                refuseForeignFilesIn(folder.resolve(path), old, oldFolders);
            } else if (present.isPresent() && !old.contains(path)) {
                throw foreign(folder.resolve(path), "file");
            }
        }
    }

    /** A folder may be replaced by a file only if Waymark removes everything in it. */
    private void refuseForeignFilesIn(Path target, Set<String> old, Set<String> oldFolders) throws IOException {
        try (Stream<Path> content = Files.walk(target)) {
            for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                Set<String> known = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) ? oldFolders : old;
                if (!known.contains(folder.relativize(each).toString().replace('\\', '/'))) {
                    throw target.equals(each)
                            ? foreign(target, "folder")
                            : new WriteFailure("cannot write " + target + ": Waymark has not written " + each
                                    + ", which is in the way; move it away and build again");
                }
            }
        }
    }

    private static WriteFailure foreign(Path target, String what) {
        return new WriteFailure("cannot write " + target + ": there is a " + what
                + " that Waymark has not written; move it away and build again");
    }
}
