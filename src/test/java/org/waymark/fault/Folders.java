package org.waymark.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Projects and editions on disk. */
final class Folders {
    private static final String OWN = ".waymark/";

    private Folders() {}

    /** Writes the content of a project, with its images. */
    static Path write(Project project, Path root) throws IOException {
        for (SourceFile file : project.content()) {
            write(root.resolve(file.path()), file.text());
        }
        for (var image : project.images()) {
            Path copy = root.resolve(image.path());
            Files.createDirectories(copy.getParent());
            Files.copy(image.file(), copy);
        }
        return root;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** All files below a folder, by path, decoded as Latin-1, so bytes can be compared and read. */
    static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(path -> !Files.isDirectory(path)).toList()) {
                    files.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** All files of an edition, without Waymark's own. */
    static Map<String, String> published(Path output) throws IOException {
        Map<String, String> files = files(output);
        files.keySet().removeIf(path -> path.startsWith(OWN));
        return files;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            // The folder does not exist.
        }
    }
}
