package org.waymark.tool.changes;

/** What was asked for is not in the repository, or there is none. The message is a sentence for the user, with the cure. */
public final class UnknownRevision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRevision(String message) {
        super(message);
    }
}
