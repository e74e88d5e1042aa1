package org.waymark.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads single files that are no part of the content. */
public final class TextFile {
    private TextFile() {}

    /**
     * A file that the user named, or that Waymark keeps.
     *
     * @param path by which findings name it
     * @return empty where there is no such file
     * @throws ReadFailure when there is one, but it cannot be read, is longer than {@link SizeLimit#KEPT}, or is no file
     */
    public static Optional<SourceFile> read(Path file, String path) {
        try {
            return Optional.of(SourceFile.decode(path, PlainFile.bytes(file, SizeLimit.KEPT)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}
