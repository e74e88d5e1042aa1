package org.waymark.source;

/**
 * What is in a project, but is not read.
 *
 * @param path relative to the project, with {@code /}
 */
public record UnreadFile(String path, Reason reason) implements Comparable<UnreadFile> {
    /** Why it is not read. */
    public enum Reason {
        /** It leads to another place, which may be outside the project. */
        LINK,
        /** It is a pipe, a socket or a device, from which a reader might wait for ever. */
        NO_FILE,
        /** It holds more bytes than a file of its kind may have, by {@link SizeLimit}. */
        TOO_LONG
    }

    @Override
    public int compareTo(UnreadFile other) {
        return path.compareTo(other.path);
    }
}
