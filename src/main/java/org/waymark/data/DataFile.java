package org.waymark.data;

import java.nio.charset.StandardCharsets;

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
}
