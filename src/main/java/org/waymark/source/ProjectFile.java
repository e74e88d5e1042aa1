package org.waymark.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A file of a project, before anyone has looked into it.
 *
 * @param path relative to the project, with {@code /}
 * @param file where it is on this machine; for an older state of a project, the repository that holds it
 * @param form a file, or why it is none
 * @param bytes reads it; may be asked from any thread
 */
public record ProjectFile(String path, Path file, FileVersion version, Form form, Supplier<byte[]> bytes) {
    /** What is at a path. */
    public enum Form {
        FILE,
        /** A link, whatever it leads to. */
        LINK,
        /** A pipe, a socket or a device. */
        OTHER
    }

    /** What is after the last dot, in lower case; empty where there is none. */
    String ending() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
