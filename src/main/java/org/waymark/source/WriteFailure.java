package org.waymark.source;

import org.jspecify.annotations.Nullable;

/** Files of the project could not be changed. The message is a sentence for the user, with the path. */
public final class WriteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
