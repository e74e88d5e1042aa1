package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The list of files that Waymark has written, or was about to write, into a folder: one path a line. Whatever it does not
 * list belongs to somebody else.
 */
final class Manifest {
    private static final String HEADER = "# Files written by Waymark. It removes no others.";

    private Manifest() {}

    static boolean exists(Path file) {
        return Files.isRegularFile(file);
    }

    /** The paths it lists. Lines that no run of Waymark can have written are left out. */
    static Set<String> read(Path file) throws IOException {
        if (!exists(file)) {
            return Set.of();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(Manifest::isPath)
                .collect(Collectors.toSet());
    }

    /** Whether a line is the plain path of a file below the output folder and outside Waymark's own. */
    private static boolean isPath(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return false;
        }
        try {
            Path path = Path.of(line);
            return path.getRoot() == null
                    && path.normalize().toString().replace('\\', '/').equals(line)
                    && !path.startsWith("..")
                    && !path.startsWith(Publisher.OWN_FOLDER);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static String text(Collection<String> paths) {
        return HEADER + "\n" + String.join("\n", new TreeSet<>(paths)) + "\n";
    }
}
