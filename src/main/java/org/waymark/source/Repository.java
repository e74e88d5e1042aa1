package org.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a project lies within a Git repository, since web hosts of code name files from the repository's root. */
public final class Repository {
    private Repository() {}

    /**
     * The path of a folder within the repository that holds it.
     *
     * @param otherwise the root to take where no Git repository is found above the folder, such as a checkout without one
     * @return with {@code /} at its end; empty for the root itself, and for a folder that lies in neither
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

    /** Whether a real path lies in the repository that holds a folder, or in the folder itself where there is none. */
    static boolean holds(Path folder, Path path) {
        Path real = real(folder);
        return path.startsWith(rootAbove(real).orElse(real));
    }

    private static Optional<Path> rootAbove(Path real) {
        Path root = real;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return Optional.ofNullable(root);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
