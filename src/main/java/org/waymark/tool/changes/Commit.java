package org.waymark.tool.changes;

/**
 * A commit of a repository.
 *
 * @param name as the user typed it, such as {@code main}
 * @param id its full hash
 */
public record Commit(String name, String id) {
    private static final int SHORT = 10;

    /** Enough of the hash for people to recognise it. */
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
