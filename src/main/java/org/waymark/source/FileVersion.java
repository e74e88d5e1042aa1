package org.waymark.source;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What the file system says of a file without its being read. A file whose version differs may have changed.
 *
 * @param size in bytes
 * @param key which file it is, where the system numbers its files: one that is moved into the place of another has another
 */
public record FileVersion(long size, FileTime modified, Optional<Object> key) {
    /** That of a file that is part of Waymark. */
    static final FileVersion NEVER_CHANGES = new FileVersion(0, FileTime.fromMillis(0), Optional.empty());

    static FileVersion of(BasicFileAttributes attributes) {
        return new FileVersion(
                attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
    }
}
