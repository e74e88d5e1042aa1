package org.waymark.publish;

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

/** SHA-256 (FIPS 180-4) of files, as 64 small hexadecimal digits. Links are not followed. */
final class Sha256 {
    static final int DIGITS = 64;

    private Sha256() {}

    static String of(byte[] bytes) {
        return hex(algorithm().digest(bytes));
    }

    static String of(Path file) throws IOException {
        return whileCopying(file, OutputStream.nullOutputStream());
    }

    /** Copies a file, and gives the digest of what was copied. */
    static String whileCopying(Path file, OutputStream out) throws IOException {
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
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
