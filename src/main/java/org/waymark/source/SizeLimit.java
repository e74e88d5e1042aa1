package org.waymark.source;

/**
 * How much Waymark reads, so that nothing that is in a project can take all of a machine's memory. Sizes are in bytes. An
 * honest directory comes nowhere near them.
 */
public final class SizeLimit {
    /**
     * A Markdown or YAML file, and a template: a book of 500 pages. Parsing takes up to some hundred times as much memory
     * for a moment.
     */
    public static final long TEXT = 1 << 20;

    /** The list of all addresses, which is one file however large a directory is: some 200,000 lines. */
    public static final long LEDGER = 16 << 20;

    /** A picture, style sheet or script. Pictures are read one by one; what is larger no reader on a bus could load. */
    public static final long PICTURE = 32 << 20;

    /** A text that Waymark itself keeps for the user: a baseline, the memory of links. */
    public static final long KEPT = 64 << 20;

    /** The files below {@code content}, and below {@code templates}: ten times as many as a large directory has. */
    public static final int FILES = 100_000;

    /** All texts and drawings of a project together. They are in memory at the same time. */
    public static final long ALL_TEXTS = 512L << 20;

    private static final String ROUTES = "content/routes.yaml";

    private SizeLimit() {}

    /** How long the file at a path of a project may be. */
    public static long of(String path) {
        if (path.equals(ROUTES)) {
            return LEDGER;
        }
        boolean isText = path.endsWith(".md") || path.endsWith(".yaml") || path.endsWith(".ftlh");
        return isText ? TEXT : PICTURE;
    }

    /** A number of bytes in words, such as {@code 16 MB}. */
    public static String inWords(long bytes) {
        return bytes / (1 << 20) + " MB";
    }
}
