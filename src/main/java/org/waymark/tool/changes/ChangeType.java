package org.waymark.tool.changes;

/** What became of something from one state to the other. */
public enum ChangeType {
    ADDED("added"),
    REMOVED("removed"),
    /** It is the same under another name. */
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
