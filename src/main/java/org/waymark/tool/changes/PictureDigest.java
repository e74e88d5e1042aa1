package org.waymark.tool.changes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.waymark.source.Sha256;

/** Digests images and files for download, on disk or in a repository. */
final class PictureDigest {
    private PictureDigest() {}

    static String of(String path, byte[] bytes) {
        Optional<LargeFilePointer> pointer = LargeFilePointer.of(bytes);
        if (pointer.isPresent()) {
            return pointer.get().sha256();
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
