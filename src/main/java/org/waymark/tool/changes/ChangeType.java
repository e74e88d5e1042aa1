package org.waymark.tool.changes;

/** How an item changed between two snapshots. */
public enum ChangeType {
    ADDED("added"),
    REMOVED("removed"),
    /** The same item under another name. */
    RENAMED("renamed"),
    CHANGED("changed");

    private final String word;

    ChangeType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
