package org.waymark.tool.changes;

/**
 * The revision is not in the repository, or there is no repository. The message is a sentence for the user, with what
 * to do.
 */
public final class UnknownRevision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRevision(String message) {
        super(message);
    }
}
