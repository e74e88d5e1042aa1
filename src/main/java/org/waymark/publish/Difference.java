package org.waymark.publish;

/**
 * One way in which a folder is not what its manifest says.
 *
 * @param path relative to the folder, with {@code /}; that of a folder ends with one
 * @param detail what is there instead; empty where the kind says it all
 */
public record Difference(Kind kind, String path, String detail) {
    /** What is wrong. */
    public enum Kind {
        /** Listed, but not there. */
        MISSING,
        /** Listed, but not what was published. */
        CHANGED,
        /** There, but not listed. */
        FOREIGN,
        /** There, but nobody can tell what it holds. */
        UNREADABLE
    }
}
