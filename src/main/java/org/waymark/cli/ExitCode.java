package org.waymark.cli;

/** Exit codes of all commands. */
final class ExitCode {
    /** Published or clean, perhaps with warnings. */
    static final int OK = 0;
    /** The content has errors, or warnings with {@code --strict}. */
    static final int CONTENT = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** The machine or Waymark failed. */
    static final int FAILURE = 3;

    private ExitCode() {}
}
