package org.waymark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * The smallest directory, in which one file contains arbitrary bytes.
 *
 * @param bytes the content of the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StrangeFile(SourceFile file, byte[] bytes, Project project) {
    /** A new entry of each kind that has its own file, and a new text for the other files. */
    private static final List<String> PATHS = List.of(
            "content/pages/about.md",
            "content/case-studies/evening-hubs.md",
            "content/services/extended-access.md",
            "content/categories/other.md",
            "content/organisations/taurus-healthcare.yaml",
            "content/glossary.yaml",
            "content/site.yaml",
            "content/gone.yaml",
            "content/routes.yaml");

    /** The first byte selects the file: {@code 0} to {@code 8}. */
    public static Optional<StrangeFile> of(byte[] input) {
        if (input.length == 0) {
            return Optional.empty();
        }
        String path = PATHS.get(Math.floorMod(input[0] - '0', PATHS.size()));
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        SourceFile file = SourceFile.decode(path, bytes);
        return Optional.of(new StrangeFile(file, bytes, TestProject.smallWith(file)));
    }
}
