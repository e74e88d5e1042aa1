package org.waymark.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A file of a project, before it is read.
 *
 * @param path relative to the project, with {@code /}
 * @param file its location on this machine; for an earlier revision of a project, the repository that contains it
 * @param form a regular file, or what it is instead
 * @param bytes reads the file; thread-safe
 */
public record ProjectFile(String path, Path file, FileVersion version, Form form, Supplier<byte[]> bytes) {
    /** What a path names. */
    public enum Form {
        FILE,
        /** A link, whatever its target. */
        LINK,
        /** A pipe, a socket or a device. */
        OTHER
    }

    /** The text after the last dot, in lower case; empty if there is none. */
    String ending() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
