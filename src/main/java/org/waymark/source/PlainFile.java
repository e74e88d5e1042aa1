package org.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files of which nobody knows what they are. A pipe is not opened, since the reader would wait until someone writes
 * into it; nor is a device, which may never end; and no more is taken into memory than the limit, even of a file that grows.
 */
final class PlainFile {
    private PlainFile() {}

    /**
     * The bytes of a file.
     *
     * @param options {@link LinkOption#NOFOLLOW_LINKS} where a link is not to be followed
     * @throws ReadFailure when it is too long, or no file
     * @throws IOException when the machine cannot read it
     */
    static byte[] bytes(Path file, long limit, LinkOption... options) throws IOException {
        require(file, limit, options);
        return upTo(limit, file, options);
    }

    /** Refuses what is no file, or too long, without opening it. */
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

    /** The bytes of what was a file of at most that length a moment ago. */
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
