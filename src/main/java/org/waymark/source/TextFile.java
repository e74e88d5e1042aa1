package org.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads single files outside the content. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file that the user named, or that Waymark keeps.
     *
     * @param project the project, whose repository may contain links, which are not followed; see {@link
     *     Repository#refuseLinks}
     * @param path the name of the file in findings
     * @return empty if there is no such file
     * @throws ReadFailure if it cannot be read, is longer than {@link SizeLimit#KEPT}, or is not a file
     * @throws WriteFailure if it is reached through such a link
     */
    public static Optional<SourceFile> read(Path project, Path file, String path) {
        return bytes(project, file).map(bytes -> SourceFile.decode(path, bytes));
    }

    /** Whether the user named a folder. */
    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /** Reads a file like {@link #read}, whatever is in it. */
    public static Optional<byte[]> bytes(Path project, Path file) {
        Repository.refuseLinks(project, file);
        try {
            return Optional.of(PlainFile.bytes(file, SizeLimit.KEPT));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}
