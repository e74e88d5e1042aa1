package org.waymark.publish;

import org.jspecify.annotations.Nullable;

/** The site could not be written. The message is a sentence for the user, with the path. */
public final class PublishFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
