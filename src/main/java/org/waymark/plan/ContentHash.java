package org.waymark.plan;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Names files by their content, so that browsers may keep them for ever. Nobody is to be kept from making two files with
 * one name, so check sums will do; they are ready at once, while a cryptographic digest is slow to start.
 */
public final class ContentHash {
    private static final int LENGTH = 10;

    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();

    private ContentHash() {}

    /** Ten characters that differ when the bytes do. */
    public static String of(byte[] bytes) {
        var fingerprint = new ContentHash();
        fingerprint.add(bytes);
        return fingerprint.name();
    }

    /** The same for texts, one after the other. */
    public static String ofAll(Stream<String> texts) {
        var fingerprint = new ContentHash();
        texts.forEachOrdered(text -> fingerprint.add(text.getBytes(StandardCharsets.UTF_8)));
        return fingerprint.name();
    }

    private void add(byte[] bytes) {
        first.update(bytes, 0, bytes.length);
        second.update(bytes, 0, bytes.length);
    }

    private String name() {
        return HexFormat.of().toHexDigits(second.getValue() << 32 | first.getValue(), LENGTH);
    }
}
