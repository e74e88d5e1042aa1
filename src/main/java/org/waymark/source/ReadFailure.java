package org.waymark.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The machine could not give a file or folder. The message is a sentence for the user, with the path. */
public final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadFailure(String message) {
        super(message);
    }

    public ReadFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What kept a file or folder from being read, in words. */
    static ReadFailure of(Path file, IOException e) {
        return new ReadFailure(
                "cannot read " + file + ": " + reason(e, "you are not allowed to read it", "it is not there"), e);
    }

    /** The machine's refusal in words, where it has any of its own. */
    static String reason(IOException e, String denied, String missing) {
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
