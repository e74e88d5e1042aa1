package org.waymark.source;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * File system metadata of a file, available without reading it. A file whose version differs may have changed.
 *
 * @param size in bytes
 * @param key identifies the file, if the file system supports it; a file moved over another has a different key
 */
public record FileVersion(long size, FileTime modified, Optional<Object> key) {
    /** The version of a file that is part of Waymark. */
    static final FileVersion NEVER_CHANGES = new FileVersion(0, FileTime.fromMillis(0), Optional.empty());

    static FileVersion of(BasicFileAttributes attributes) {
        return new FileVersion(
                attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
    }
}
