package org.waymark.source;

/**
 * A path in a project that is not read.
 *
 * @param path relative to the project, with {@code /}
 */
public record UnreadFile(String path, Reason reason) implements Comparable<UnreadFile> {
    /** Why it is not read. */
    public enum Reason {
        /** A link, whose target may be outside the project. */
        LINK,
        /** A pipe, a socket or a device, which may block a reader for ever. */
        NO_FILE,
        /** A file longer than {@link SizeLimit} allows for its kind. */
        TOO_LONG
    }

    @Override
    public int compareTo(UnreadFile other) {
        return path.compareTo(other.path);
    }
}
