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
        Path root = real;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        if (root == null) {
            root = otherwise.map(Repository::real).filter(real::startsWith).orElse(real);
        }
        String path =
                root.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/");
        return path.isEmpty() ? "" : path + "/";
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
