package org.waymark.source;

/**
 * Limits on what Waymark reads, so no project can use up a machine's memory. In bytes. Real directories are far
 * smaller.
 */
public final class SizeLimit {
    /**
     * A Markdown or YAML file, or a template: a book of 500 pages. Parsing briefly takes about a hundred times as
     * much memory.
     */
    public static final long TEXT = 1 << 20;

    /** The route ledger, which is a single file however large a directory is: about 200,000 lines. */
    public static final long LEDGER = 16 << 20;

    /**
     * An image, style sheet or script. Images are read one by one; larger ones are useless to readers on mobile
     * connections.
     */
    public static final long PICTURE = 32 << 20;

    /** A file that Waymark keeps for the user: a baseline, the link cache. */
    public static final long KEPT = 64 << 20;

    /**
     * The number of files below {@code content}, and below {@code templates}: ten times that of a large directory.
     */
    public static final int FILES = 100_000;

    /** All texts and SVGs of a project together. They are in memory at the same time. */
    public static final long ALL_TEXTS = 512L << 20;

    private static final String ROUTES = "content/routes.yaml";

    private SizeLimit() {}

    /** The maximum size of the file at a path of a project. */
    public static long of(String path) {
        if (path.equals(ROUTES)) {
            return LEDGER;
        }
        boolean isText = path.startsWith(HostFile.FOLDER)
                || path.endsWith(".md")
                || path.endsWith(".yaml")
                || path.endsWith(".ftlh");
        return isText ? TEXT : PICTURE;
    }

    /** The size of a file for readers, such as {@code 120 kB}; in decimal units (IEC 80000-13). */
    public static String rounded(long bytes) {
        if (bytes < 1000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (bytes < 999_500) {
            return Math.round(bytes / 1e3) + " kB";
        }
        long tenths = Math.round(bytes / 1e5);
        return (tenths < 100 && tenths % 10 != 0
                        ? tenths / 10 + "." + tenths % 10
                        : String.valueOf(Math.round(tenths / 10.0)))
                + " MB";
    }

    /** A number of bytes in words, such as {@code 16 MB}. */
    public static String inWords(long bytes) {
        return bytes / (1 << 20) + " MB";
    }
}
