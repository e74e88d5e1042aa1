package org.waymark.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of data.
 *
 * @param path below the root of the site
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record DataFile(String path, byte[] bytes) {
    static DataFile of(String path, String text) {
        return new DataFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Joins parts, which are emptied to free their memory. */
    static DataFile of(String path, List<byte[]> parts) {
        var bytes =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(bytes::put);
        parts.clear();
        return new DataFile(path, bytes.array());
    }
}
