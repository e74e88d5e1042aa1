package org.waymark.cli;

/** How a command ends. */
final class ExitCode {
    /** Published, or clean. There may be warnings. */
    static final int OK = 0;
    /** The content has errors, or warnings where they count as errors. */
    static final int CONTENT = 1;
    /** The command was not given as it must be. */
    static final int USAGE = 2;
    /** The machine or Waymark failed. */
    static final int FAILURE = 3;

    private ExitCode() {}
}
