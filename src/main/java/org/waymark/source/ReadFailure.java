package org.waymark.source;

/** The machine could not give a file or folder. The message is a sentence for the user, with the path. */
public final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadFailure(String message) {
        super(message);
    }

    public ReadFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
