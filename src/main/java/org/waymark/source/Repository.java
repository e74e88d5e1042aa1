package org.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The Git repository that contains a project: code hosts name files from its root, and anyone who proposes a change
 * can add any file or link to it.
 */
public final class Repository {
    /** In one path, as on Linux: more are a loop. */
    private static final int MOST_LINKS = 40;

    private Repository() {}

    /**
     * The path of a folder within its repository.
     *
     * @param otherwise the root to use if no parent folder is a Git repository, as in a checkout without one
     * @return with {@code /} at its end; empty for the root itself, and for a folder that is in neither
     */
    public static String pathOf(Path folder, Optional<Path> otherwise) {
        Path real = real(folder);
        Path root = rootAbove(real)
                .orElseGet(() ->
                        otherwise.map(Repository::real).filter(real::startsWith).orElse(real));
        String path =
                root.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/");
        return path.isEmpty() ? "" : path + "/";
    }

    /** Whether a real path is in the repository of a folder, or in the folder itself if it has none. */
    static boolean holds(Path folder, Path path) {
        Path real = real(folder);
        return path.startsWith(rootAbove(real).orElse(real));
    }

    /**
     * Rejects a file or folder that Waymark is about to write or read back if a link on its path may come from a
     * checkout, that is, if the link is within a Git repository, or within the project if it has none. This applies
     * to every segment of the path, and to paths that the user typed, since anyone who proposes a change knows what a
     * workflow types. Any other link is the user's own and is followed.
     *
     * @throws WriteFailure naming the link
     */
    public static void refuseLinks(Path project, Path target) {
        Path real = real(project);
        try {
            Optional<Path> link =
                    linkOn(target.toAbsolutePath(), rootAbove(real).orElse(real));
            if (link.isPresent()) {
                throw WriteFailure.ofLink(target, link.get());
            }
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /** Follows a path as the system does, segment by segment, up to the first link that may come from a checkout. */
    private static Optional<Path> linkOn(Path path, Path folder) throws IOException {
        Deque<Path> rest = new ArrayDeque<>();
        path.forEach(rest::add);
        Path reached = path.getRoot();
        int links = 0;
        while (!rest.isEmpty()) {
            Path next = reached.resolve(rest.remove());
            if (next.endsWith("..") || next.endsWith(".")) {
                reached = next.normalize();
            } else if (!Files.isSymbolicLink(next)) {
                reached = next;
            } else if (reached.startsWith(folder) || rootAbove(reached).isPresent() || ++links > MOST_LINKS) {
                return Optional.of(next);
            } else {
                Path to = reached.resolve(Files.readSymbolicLink(next));
                Deque<Path> names = new ArrayDeque<>();
                to.forEach(names::add);
                names.addAll(rest);
                rest = names;
                reached = to.getRoot();
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> rootAbove(Path real) {
        Path root = real;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return Optional.ofNullable(root);
    }

    /** A path with its existing folders resolved to real ones. */
    static Path realAsFarAsItExists(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return Files.exists(absolute) || parent == null
                ? real(absolute)
                : realAsFarAsItExists(parent).resolve(absolute.getFileName());
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
