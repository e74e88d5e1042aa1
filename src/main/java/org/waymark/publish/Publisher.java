package org.waymark.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.render.OutputFile;

/**
 * Brings a folder to the state of a new edition of the site.
 *
 * <p>Every published file is always whole, of the old edition or the new one: a file is written aside, in the folder
 * {@code .waymark}, and then moved into place in one step. Assets come first, pages next, removals last, so that no page
 * refers to what is not there; only what stands in the way of a new file or folder goes before. The manifest names all
 * files of both editions before the first is touched; so an interrupted run is completed by the next, and nothing is
 * removed that Waymark has not written. Links within the folder are not followed.
 */
public final class Publisher {
    /** Waymark's own folder within the output. */
    public static final String OWN_FOLDER = ".waymark";

    /** How the names of half-written files begin. */
    private static final String ASIDE = "writing-";

    private static final Set<String> IGNORED = Set.of(".gitignore", ".gitkeep", ".DS_Store");

    private final Path folder;
    private final Path own;
    private final Path manifest;

    private Publisher(Path folder) {
        this.folder = folder;
        this.own = folder.resolve(OWN_FOLDER);
        this.manifest = own.resolve("manifest");
    }

    /**
     * How many files of the new edition were written, were already there, and were removed.
     *
     * @param written new or changed
     * @param unchanged left untouched, with their time stamps
     * @param removed files of the old edition that the new one does not have
     */
    public record Result(int written, int unchanged, int removed) {}

    /**
     * Publishes an edition.
     *
     * @throws PublishFailure when the folder is not Waymark's, or the machine does not let it write
     */
    public static Result publish(List<OutputFile> files, Path folder) {
        return new Publisher(folder).publish(files);
    }

    private Result publish(List<OutputFile> files) {
        try {
            Set<String> old = claim();
            Set<String> paths = files.stream().map(OutputFile::path).collect(Collectors.toCollection(TreeSet::new));
            Set<String> folders =
                    paths.stream().flatMap(Publisher::foldersOf).collect(Collectors.toCollection(TreeSet::new));
            refuseForeignFiles(paths, folders, old);
            var both = new TreeSet<>(old);
            both.addAll(paths);
            moveIntoPlace(manifest, Manifest.text(both).getBytes(StandardCharsets.UTF_8));

            var gone = new TreeSet<>(old);
            gone.removeAll(paths);
            List<String> inTheWay = gone.stream()
                    .filter(path -> folders.contains(path) || foldersOf(path).anyMatch(paths::contains))
                    .toList();
            gone.removeAll(inTheWay);
            int removed = remove(inTheWay);
            createFolders(folders);
            int written = files.stream()
                            .filter(Publisher::isAsset)
                            .mapToInt(this::update)
                            .sum()
                    + files.parallelStream()
                            .filter(file -> !isAsset(file))
                            .mapToInt(this::update)
                            .sum();
            removed += remove(gone);
            moveIntoPlace(manifest, Manifest.text(paths).getBytes(StandardCharsets.UTF_8));
            return new Result(written, files.size() - written, removed);
        } catch (IOException e) {
            throw failure(folder, e);
        } catch (UncheckedIOException e) {
            throw failure(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Makes sure that the folder is Waymark's, and returns what it has written there before. */
    private Set<String> claim() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new PublishFailure("cannot publish to " + folder + ": it is a file, not a folder", null);
        }
        if (Files.isDirectory(folder) && !Manifest.exists(manifest)) {
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
        Files.createDirectories(own);
        removeLeftovers();
        return Manifest.read(manifest);
    }

    /** What an interrupted run has left half-written. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> content = Files.list(own)) {
            for (Path path : content.toList()) {
                if (String.valueOf(path.getFileName()).startsWith(ASIDE)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private void refuseForeignFiles(Set<String> paths, Set<String> folders, Set<String> old) throws IOException {
        for (String path : folders) {
            Path there = folder.resolve(path);
            boolean isFile = Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !isFolder(there);
            if (isFile && !old.contains(path)) {
                throw foreign(there, there);
            }
        }
        Set<String> known = new HashSet<>(old);
        old.stream().flatMap(Publisher::foldersOf).forEach(known::add);
        for (String path : paths) {
            Path target = folder.resolve(path);
            if (isFolder(target)) {
                refuseForeignFilesIn(target, known);
            } else if (!old.contains(path) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw foreign(target, target);
            }
        }
    }

    /** A folder that a file is to replace must hold nothing but what Waymark removes from it. */
    private void refuseForeignFilesIn(Path target, Set<String> known) throws IOException {
        try (Stream<Path> content = Files.walk(target)) {
            for (Path there : content.sorted(Comparator.reverseOrder()).toList()) {
                if (!known.contains(folder.relativize(there).toString().replace('\\', '/'))) {
                    throw foreign(target, there);
                }
            }
        }
    }

    private static PublishFailure foreign(Path target, Path there) {
        String what = target.equals(there)
                ? "a file is there that Waymark has not written"
                : there + " is there, which Waymark has not written";
        return new PublishFailure("cannot write " + target + ": " + what + "; move it away and build again", null);
    }

    /** The folders in which a file lies, from the outermost. */
    private static Stream<String> foldersOf(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(slash -> path.substring(0, slash));
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void createFolders(Set<String> folders) throws IOException {
        for (String path : folders) {
            Files.createDirectories(folder.resolve(path));
        }
    }

    private static boolean isAsset(OutputFile file) {
        return file.path().startsWith("assets/") || file.path().startsWith("images/");
    }

    /** Writes a file unless it is there already, and returns how many were written. */
    private int update(OutputFile file) {
        Path target = folder.resolve(file.path());
        try {
            if (isUnchanged(file, target)) {
                return 0;
            }
            if (file instanceof OutputFile.Made made) {
                moveIntoPlace(target, made.bytes());
            } else if (file instanceof OutputFile.Copied copied) {
                Path aside = aside();
                Files.copy(copied.source(), aside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return 1;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static boolean isUnchanged(OutputFile file, Path target) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (file instanceof OutputFile.Copied copied) {
            return Files.mismatch(copied.source(), target) < 0;
        }
        byte[] bytes = ((OutputFile.Made) file).bytes();
        return Files.size(target) == bytes.length && Arrays.equals(Files.readAllBytes(target), bytes);
    }

    private void moveIntoPlace(Path target, byte[] bytes) throws IOException {
        Path aside = aside();
        Files.write(aside, bytes);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A file of this thread's own, beside the site and on the same disk, so that it can be moved in one step. Its name
     * is also that of the process, so that two builds at once never write into one file.
     */
    private Path aside() {
        return own.resolve(ASIDE + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId());
    }

    /** Removes files of the old edition, and the folders that this leaves empty. */
    private int remove(Collection<String> gone) throws IOException {
        int removed = 0;
        for (String path : gone) {
            Path file = folder.resolve(path);
            boolean isOwn =
                    !isFolder(file) && foldersOf(path).map(folder::resolve).allMatch(Publisher::isFolder);
            if (isOwn && Files.deleteIfExists(file)) {
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

    private static PublishFailure failure(Path path, IOException e) {
        String reason;
        if (e instanceof AccessDeniedException) {
            reason = "you are not allowed to write there";
        } else if (e instanceof NoSuchFileException) {
            reason = "a file or folder has vanished while Waymark was writing; build again";
        } else if (e instanceof FileAlreadyExistsException) {
            reason = "a file stands where a folder is needed";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        } else {
            reason = String.valueOf(e.getMessage());
        }
        return new PublishFailure("cannot write " + path + ": " + reason, e);
    }
}
