package org.waymark.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads single files outside the content. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file that the user named, or that Waymark keeps.
     *
     * @param project whose repository may bring links, which are not followed; see {@link Repository#refuseLinks}
     * @param path by which findings name it
     * @return empty where there is no such file
     * @throws ReadFailure when it cannot be read, is longer than {@link SizeLimit#KEPT}, or is not a file
     * @throws WriteFailure when it is reached through such a link
     */
    public static Optional<SourceFile> read(Path project, Path file, String path) {
        Repository.refuseLinks(project, file);
        try {
            return Optional.of(SourceFile.decode(path, PlainFile.bytes(file, SizeLimit.KEPT)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}
