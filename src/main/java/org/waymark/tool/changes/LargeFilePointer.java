package org.waymark.tool.changes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Git LFS pointer, stored in place of a file (Git LFS specification, "The Pointer").
 *
 * @param size of the file, in bytes
 */
record LargeFilePointer(String sha256, long size) {
    private static final Pattern POINTER = Pattern.compile(
            "version https?://[^\\n]*\\n(?:[^\\n]*\\n){0,20}?oid sha256:([0-9a-f]{64})\\n(?:[^\\n]*\\n){0,20}?size (\\d{1,15})\\n(?:[^\\n]*\\n)*+");

    private static final int LONGEST = 1024;

    /** The pointer that a file consists of, if it is one. */
    static Optional<LargeFilePointer> of(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        Matcher pointer = POINTER.matcher(new String(bytes, StandardCharsets.UTF_8));
        return pointer.matches()
                ? Optional.of(new LargeFilePointer(pointer.group(1), Long.parseLong(pointer.group(2))))
                : Optional.empty();
    }
}
