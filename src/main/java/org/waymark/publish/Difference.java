package org.waymark.publish;

/**
 * A difference between a folder and its manifest.
 *
 * @param path relative to the folder, with {@code /}; that of a folder ends with one
 * @param detail what is there instead; empty if the kind says it all
 */
public record Difference(Kind kind, String path, String detail) {
    /** The kind of difference. */
    public enum Kind {
        /** Listed, but missing. */
        MISSING,
        /** Listed, but not as published. */
        CHANGED,
        /** Present, but not listed. */
        FOREIGN,
        /** Present, but cannot be read. */
        UNREADABLE
    }
}
