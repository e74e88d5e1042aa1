package org.waymark.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
                "cannot write " + path + ": " + reason(e, "you are not allowed to write there", vanished), e);
    }

    /** What kept a file or folder from being read, in words. */
    static PublishFailure ofReading(Path path, IOException e) {
        return new PublishFailure(
                "cannot read " + path + ": " + reason(e, "you are not allowed to read it", "it is not there"), e);
    }

    private static String reason(IOException e, String denied, String missing) {
        if (e instanceof AccessDeniedException) {
            return denied;
        }
        if (e instanceof NoSuchFileException) {
            return missing;
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where a folder is needed";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}
