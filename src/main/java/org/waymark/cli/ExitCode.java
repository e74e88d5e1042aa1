package org.waymark.cli;

/** Exit codes of all commands. */
public final class ExitCode {
    /** Published or clean, perhaps with warnings. */
    public static final int OK = 0;
    /** The content has errors, or warnings with {@code --strict}. */
    public static final int CONTENT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** The machine or Waymark failed. */
    public static final int FAILURE = 3;

    private ExitCode() {}
}
