package org.waymark.source;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be written, locked or removed. The message is a sentence for the user, with the path. */
public final class WriteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public WriteFailure(String message) {
        this(message, null);
    }

    /** Explains why a file or folder could not be written. */
    public static WriteFailure of(Path path, IOException e) {
        String reason = Reason.of(
                e,
                "you have no permission to write there; change the permissions, or choose another folder",
                "a file or folder was removed while Waymark was writing; try again");
        return new WriteFailure("cannot write " + path + ": " + reason, e);
    }

    static WriteFailure ofLink(Path target, Path link) {
        String what = target.equals(link) ? "it" : link.toString();
        return new WriteFailure("cannot use " + target + ": " + what
                + " is a link, and Waymark follows no link within a project; remove the link, or name another path");
    }
}
