package org.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads untrusted files. Does not open a pipe, since the read would block until someone writes to it, nor a device,
 * which may never end, and loads no more than the limit into memory, even if the file grows.
 */
final class PlainFile {
    private PlainFile() {}

    /**
     * The bytes of a file.
     *
     * @param options {@link LinkOption#NOFOLLOW_LINKS} to reject links
     * @throws ReadFailure if it is too long, or not a regular file
     * @throws IOException if it cannot be read
     */
    static byte[] bytes(Path file, long limit, LinkOption... options) throws IOException {
        require(file, limit, options);
        return upTo(limit, file, options);
    }

    /** Rejects a path that is not a regular file, or is too long, without opening it. */
    static void require(Path file, long limit, LinkOption... options) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, options);
        if (!attributes.isRegularFile()) {
            throw new ReadFailure("cannot read " + file + ": it is not a file, but "
                    + (attributes.isDirectory()
                            ? "a folder"
                            : attributes.isSymbolicLink() ? "a link to another place" : "a pipe, socket or device"));
        }
        if (attributes.size() > limit) {
            throw tooLong(file, limit);
        }
    }

    /** The bytes of a file whose length was just found to be within the limit. */
    static byte[] upTo(long limit, Path file, LinkOption... options) throws IOException {
        try (InputStream in = Files.newInputStream(file, options)) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            if (bytes.length > limit) {
                throw tooLong(file, limit);
            }
            return bytes;
        }
    }

    private static ReadFailure tooLong(Path file, long limit) {
        return new ReadFailure("cannot read " + file + ": it is longer than " + SizeLimit.inWords(limit));
    }
}
