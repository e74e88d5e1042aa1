package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds to files that others have begun, such as the summary of a job. */
public final class AppendedFile {
    private AppendedFile() {}

    /**
     * Adds a text in UTF-8 to the end of a file, or begins one.
     *
     * @throws PublishFailure when the machine does not let it write
     */
    public static void append(Path file, String text) {
        try {
            Files.write(
                    file,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw PublishFailure.of(file, e);
        }
    }
}
