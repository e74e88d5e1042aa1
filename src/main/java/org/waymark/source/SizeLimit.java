package org.waymark.source;

import java.math.BigDecimal;

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

    /** A unit of the size of a file, decimal (IEC 80000-13). */
    public enum Unit {
        BYTES("bytes"),
        KILOBYTES("kB"),
        MEGABYTES("MB");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }
    }

    /** The size of a file as people say it: {@code 120 kB}, {@code 1.5 MB}. */
    public record Rounded(BigDecimal number, Unit unit) {
        @Override
        public String toString() {
            return number + " " + (unit == Unit.BYTES && number.compareTo(BigDecimal.ONE) == 0 ? "byte" : unit.symbol);
        }
    }

    /** The size of a file for people. */
    public static Rounded rounded(long bytes) {
        if (bytes < 1000) {
            return new Rounded(BigDecimal.valueOf(bytes), Unit.BYTES);
        }
        if (bytes < 999_500) {
            return new Rounded(BigDecimal.valueOf(Math.round(bytes / 1e3)), Unit.KILOBYTES);
        }
        long tenths = Math.round(bytes / 1e5);
        return new Rounded(
                tenths < 100 && tenths % 10 != 0
                        ? BigDecimal.valueOf(tenths, 1)
                        : BigDecimal.valueOf(Math.round(tenths / 10.0)),
                Unit.MEGABYTES);
    }

    /** A number of bytes in words, such as {@code 16 MB}. */
    public static String inWords(long bytes) {
        return bytes / (1 << 20) + " MB";
    }
}
