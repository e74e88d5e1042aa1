package org.waymark.tool.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.waymark.TestProject;

/** The smallest directory without findings, as files on disk that a test may change. */
record SmallDirectory(Path root) {
    static SmallDirectory in(Path root) throws IOException {
        Path original = TestProject.resource("/spec-base");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(original.relativize(file).toString()));
            }
        }
        return new SmallDirectory(root);
    }

    Path file(String path) {
        return root.resolve(path);
    }

    Path study() {
        return file("content/case-studies/evening-hubs.md");
    }

    Path service() {
        return file("content/services/extended-access.md");
    }
}
