package org.waymark.source;

/**
 * A file that a web host or another service expects at the root of the site, from {@code content/host}. It is a short text.
 *
 * @param source the file as it was read; its path is relative to the project
 */
public record HostFile(SourceFile source) {
    /** The folder of such files. */
    public static final String FOLDER = "content/host/";

    public String path() {
        return source.path();
    }

    /** Its path below the root of the site. */
    public String published() {
        return path().substring(FOLDER.length());
    }
}
