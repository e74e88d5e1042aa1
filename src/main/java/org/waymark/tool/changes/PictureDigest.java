package org.waymark.tool.changes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.source.Sha256;

/** Digests images, on disk or in a repository. */
final class PictureDigest {
    /** A Git LFS pointer, stored in place of a file (Git LFS specification, "The Pointer"). */
    private static final Pattern POINTER = Pattern.compile(
            "version https?://[^\\n]*\\n(?:[^\\n]*\\n){0,20}?oid sha256:([0-9a-f]{64})\\n(?:[^\\n]*\\n)*+");

    private static final int LONGEST_POINTER = 1024;

    private PictureDigest() {}

    static String of(String path, byte[] bytes) {
        if (bytes.length <= LONGEST_POINTER) {
            Matcher pointer = POINTER.matcher(new String(bytes, StandardCharsets.UTF_8));
            if (pointer.matches()) {
                return pointer.group(1);
            }
        }
        return Sha256.of(path.toLowerCase(Locale.ROOT).endsWith(".svg") ? withLineFeeds(bytes) : bytes);
    }

    /** An SVG is text, whose line ends Git may convert. */
    private static byte[] withLineFeeds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
