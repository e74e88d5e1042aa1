package org.waymark.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

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

    static Set<String> read(Path file) throws IOException {
        var paths = new HashSet<String>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    paths.add(line);
                }
            }
        }
        return paths;
    }

    static String text(Collection<String> paths) {
        return HEADER + "\n" + String.join("\n", new TreeSet<>(paths)) + "\n";
    }
}
