package org.waymark.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.source.FileTransaction;
import org.waymark.source.ReadFailure;
import org.waymark.source.RealFolder;
import org.waymark.source.Repository;
import org.waymark.source.Sha256;
import org.waymark.source.TextFile;

/**
 * Compares a folder with the manifest of what was published there. Does not follow links inside it.
 *
 * @param differences by kind, then by path; none unless the manifest is {@code COMPLETE}, since any other cannot tell
 */
public record Comparison(Manifest manifest, List<Difference> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Whether the folder contains exactly what was published. */
    public boolean isSame() {
        return manifest.state() == Manifest.State.COMPLETE && differences.isEmpty();
    }

    public List<Difference> differences(Difference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    /**
     * Compares a folder with its own manifest.
     *
     * @param project the project, whose repository may contain links, which are not followed; see {@link
     *     Repository#refuseLinks}
     * @return empty if the folder has no manifest
     * @throws ReadFailure if the manifest or the folder cannot be read
     * @throws WriteFailure if either is reached through such a link
     */
    public static Optional<Comparison> of(Path project, Path folder) {
        Repository.refuseLinks(project, folder);
        try {
            return Publisher.manifest(new RealFolder(folder)).map(manifest -> of(folder, manifest));
        } catch (IOException e) {
            throw ReadFailure.of(folder, e);
        }
    }

    /** Compares a folder with a manifest stored elsewhere, for example with a copy. */
    public static Optional<Comparison> of(Path project, Path folder, Path manifest) {
        Repository.refuseLinks(project, folder);
        return TextFile.read(project, manifest, manifest.toString())
                .map(text -> of(folder, Manifest.read(text.text())));
    }

    private static Comparison of(Path folder, Manifest manifest) {
        if (manifest.state() != Manifest.State.COMPLETE) {
            return new Comparison(manifest, List.of());
        }
        try {
            return new Comparison(manifest, compare(folder, manifest, FolderContent.of(folder)));
        } catch (IOException e) {
            throw ReadFailure.of(folder, e);
        }
    }

    private static List<Difference> compare(Path folder, Manifest listed, FolderContent there) {
        List<Difference> found = new ArrayList<>(listed.digests().keySet().parallelStream()
                .flatMap(path -> compare(
                        folder, path, Objects.requireNonNull(listed.digests().get(path)), there))
                .distinct()
                .toList());
        Set<String> explained = new HashSet<>(listed.digests().keySet());
        found.forEach(difference -> explained.add(difference.path()));
        there.unreadable()
                .forEach((path, reason) -> found.add(new Difference(Difference.Kind.UNREADABLE, path, reason)));
        there.files().forEach((path, type) -> {
            if (!explained.contains(path) && !isIgnored(path, type)) {
                found.add(
                        new Difference(Difference.Kind.FOREIGN, path, type == FolderContent.Type.LINK ? "a link" : ""));
            }
        });
        Set<String> needed = new HashSet<>();
        Stream.concat(there.files().keySet().stream(), listed.digests().keySet().stream())
                .flatMap(FileTransaction::foldersOf)
                .forEach(needed::add);
        there.folders().stream()
                .filter(path -> !needed.contains(path)
                        && !explained.contains(path)
                        && !there.unreadable().containsKey(path))
                .forEach(path -> found.add(new Difference(Difference.Kind.FOREIGN, path + "/", "an empty folder")));
        found.sort(Comparator.comparing(Difference::kind).thenComparing(Difference::path));
        return found;
    }

    private static Stream<Difference> compare(Path folder, String path, String digest, FolderContent there) {
        FolderContent.Type type = there.files().get(path);
        if (type == FolderContent.Type.FILE) {
            return compareBytes(folder.resolve(path), path, digest);
        }
        if (type != null) {
            return changed(path, type == FolderContent.Type.LINK ? "it is a link" : "it is not a regular file");
        }
        if (there.folders().contains(path)) {
            return changed(path, "it is a folder");
        }
        // A file in place of a folder is one difference, however many files the folder should contain.
        Optional<String> inTheWay = FileTransaction.foldersOf(path)
                .filter(above ->
                        there.files().containsKey(above) || there.unreadable().containsKey(above))
                .findFirst();
        if (inTheWay.isEmpty()) {
            return Stream.of(new Difference(Difference.Kind.MISSING, path, ""));
        }
        FolderContent.Type above = there.files().get(inTheWay.get());
        return above == null
                ? Stream.empty()
                : changed(
                        inTheWay.get(),
                        above == FolderContent.Type.LINK ? "it is a link, not a folder" : "it is a file, not a folder");
    }

    private static Stream<Difference> compareBytes(Path file, String path, String digest) {
        try {
            return Sha256.of(file).equals(digest) ? Stream.empty() : changed(path, "");
        } catch (AccessDeniedException e) {
            return Stream.of(new Difference(Difference.Kind.UNREADABLE, path, "you have no permission to read it"));
        } catch (IOException e) {
            boolean hasVanished = !Files.exists(file);
            return Stream.of(
                    hasVanished
                            ? new Difference(Difference.Kind.MISSING, path, "")
                            : new Difference(Difference.Kind.UNREADABLE, path, String.valueOf(e.getMessage())));
        }
    }

    private static Stream<Difference> changed(String path, String detail) {
        return Stream.of(new Difference(Difference.Kind.CHANGED, path, detail));
    }

    /** A link with such a name is not ignored: whatever copies the folder to a web host would follow it. */
    private static boolean isIgnored(String path, FolderContent.Type type) {
        return type == FolderContent.Type.FILE && Publisher.IGNORED.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
