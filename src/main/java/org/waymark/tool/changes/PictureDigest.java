package org.waymark.tool.changes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.source.Sha256;

/** Tells pictures apart by their bytes, wherever those are. */
final class PictureDigest {
    /** What Git LFS keeps in a repository in place of a file (its specification, "The Pointer"). */
    private static final Pattern POINTER =
            Pattern.compile("version https?://[^\\n]*\\n(?:[^\\n]*\\n)*?oid sha256:([0-9a-f]{64})\\n(?:[^\\n]*\\n)*");

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

    /** A drawing is text, of which Git may write the line ends in another way. */
    private static byte[] withLineFeeds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
