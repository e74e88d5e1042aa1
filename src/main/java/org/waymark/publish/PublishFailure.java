package org.waymark.publish;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Reason;

/** Something could not be written, or what was written not read again. The message is a sentence for the user, with the path. */
public final class PublishFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What kept a file from being written, in words. */
    static PublishFailure of(Path path, IOException e) {
        String vanished = "a file or folder has vanished while Waymark was writing; build again";
        return new PublishFailure(
                "cannot write " + path + ": "
                        + Reason.of(
                                e,
                                "you are not allowed to write there; change the permissions, or choose another place",
                                vanished),
                e);
    }

    /** What kept a file or folder from being read, in words. */
    static PublishFailure ofReading(Path path, IOException e) {
        return new PublishFailure(
                "cannot read " + path + ": "
                        + Reason.of(
                                e,
                                "you are not allowed to read it; change its permissions, or ask whoever owns it",
                                "it is not there"),
                e);
    }
}
