package org.waymark.tool.changes;

/**
 * A commit of a repository.
 *
 * @param name as someone called it, such as {@code main}
 * @param id its hash, in full
 */
public record Commit(String name, String id) {
    private static final int SHORT = 10;

    /** Enough of the hash for people to tell it from others. */
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
