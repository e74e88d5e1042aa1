package org.waymark.directory;

/**
 * An address within the site, relative to its root, without a leading slash: {@code services/extended-access/}; empty
 * for the home page.
 */
public record SitePath(String value) implements Comparable<SitePath> {
    public static final SitePath HOME = new SitePath("");

    public SitePath {
        if (value.startsWith("/") || value.contains("..") || value.contains("//")) {
            throw new IllegalArgumentException("not a path within the site: " + value);
        }
    }

    /** The file that a web server sends for this address. */
    public String file() {
        return value.isEmpty() || value.endsWith("/") ? value + "index.html" : value;
    }

    /** The relative path from this page to the root of the site, to prefix to other paths. */
    public String root() {
        int depth = (int) value.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat(depth);
    }

    @Override
    public int compareTo(SitePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
