package org.waymark.tool.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells pictures apart by their bytes, wherever those lie. */
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
        return sha256(path.toLowerCase(Locale.ROOT).endsWith(".svg") ? withLineFeeds(bytes) : bytes);
    }

    /** A drawing is text, of which Git may write the line ends in another way. */
    private static byte[] withLineFeeds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
