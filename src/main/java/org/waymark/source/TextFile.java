package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads single files that are no part of the content. */
public final class TextFile {
    private TextFile() {}

    /**
     * The text of a file in UTF-8; what is none becomes U+FFFD.
     *
     * @return empty where there is no such file
     * @throws ReadFailure when there is one, but it cannot be read
     */
    public static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ProjectReader.failure(file, e);
        }
    }
}
