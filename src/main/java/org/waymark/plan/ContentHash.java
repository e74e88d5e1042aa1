package org.waymark.plan;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Names files by their content, so browsers may cache them indefinitely. Deliberate collisions are harmless, so
 * checksums are enough; a cryptographic digest is slow to start.
 */
public final class ContentHash {
    private static final int LENGTH = 10;

    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();

    private ContentHash() {}

    /** Ten characters that change with the bytes. */
    public static String of(byte[] bytes) {
        var fingerprint = new ContentHash();
        fingerprint.add(bytes);
        return fingerprint.name();
    }

    /** The same for several texts in order. */
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
