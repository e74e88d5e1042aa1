package org.waymark.tool.edit;

/** A service that stores the Git repository of a directory, and runs its checks. */
public enum CodeHost {
    GITHUB,
    GITLAB,
    /** Any other host, for which only Git's own settings are written. */
    NONE
}
