package org.waymark.source;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of a project, before it is read.
 *
 * @param path relative to the project, with {@code /}
 * @param file its location on this machine; for an earlier revision of a project, the repository that contains it
 * @param form a regular file, or what it is instead
 * @param bytes reads the file; thread-safe
 * @param parts opens the file to read parts of it; empty if it can only be read as a whole
 */
public record ProjectFile(
        String path,
        Path file,
        FileVersion version,
        Form form,
        Supplier<byte[]> bytes,
        Optional<Supplier<SeekableByteChannel>> parts) {
    /** A file that can only be read as a whole. */
    public ProjectFile(String path, Path file, FileVersion version, Form form, Supplier<byte[]> bytes) {
        this(path, file, version, form, bytes, Optional.empty());
    }

    /**
     * Whether a path is that of a file or folder for web hosts whose name begins with a dot, and not of one that Git, an
     * operating system or a text editor has left.
     */
    public static boolean isForHost(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith(HostFile.FOLDER)
                && name.startsWith(".")
                && !name.startsWith(".git")
                && !name.equals(".DS_Store")
                && !IgnoredName.is(name.substring(1));
    }

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
