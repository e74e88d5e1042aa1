package org.waymark.source;

import java.io.IOException;
import java.nio.file.Path;

/** A file or folder could not be read. The message is a sentence for the user, with the path. */
public final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadFailure(String message) {
        super(message);
    }

    public ReadFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Explains why a file or folder could not be read. */
    public static ReadFailure of(Path file, IOException e) {
        return new ReadFailure(
                "cannot read " + file + ": "
                        + Reason.of(
                                e,
                                "you have no permission to read it; change its permissions, or ask whoever owns it",
                                "it is not there"),
                e);
    }
}
