package org.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), as bytes or as 64 lower-case hexadecimal digits. Does not follow links. */
public final class Sha256 {
    /** The length of a digest in hexadecimal digits. */
    public static final int DIGITS = 64;

    private Sha256() {}

    /** The 32 bytes of a digest. */
    public static byte[] digest(byte[] bytes) {
        return algorithm().digest(bytes);
    }

    /** A digest in hexadecimal. */
    public static String of(byte[] bytes) {
        return hex(digest(bytes));
    }

    /**
     * The digest of a file.
     *
     * @throws IOException if it cannot be read, or is a link
     */
    public static String of(Path file) throws IOException {
        return ofCopied(file, OutputStream.nullOutputStream());
    }

    /** Copies a file, and returns the digest of the copied bytes. */
    public static String ofCopied(Path file, OutputStream out) throws IOException {
        MessageDigest algorithm = algorithm();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), algorithm)) {
            in.transferTo(out);
        }
        return hex(algorithm.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
