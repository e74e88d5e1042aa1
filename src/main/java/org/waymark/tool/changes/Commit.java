package org.waymark.tool.changes;

/**
 * A commit of a repository.
 *
 * @param name as the user typed it, such as {@code main}
 * @param id its full hash
 */
public record Commit(String name, String id) {}
