package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final byte[] TEXT = "What federations do, for whom, and with which results. "
            .repeat(100)
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void givesTheSameBytesAgain() {
        for (Encoding encoding : List.of(Encodings.gzip(), Encodings.brotli())) {
            byte[] first = encoding.compress().apply(TEXT);
            assertTrue(first.length < TEXT.length / 10);
            assertArrayEquals(first, encoding.compress().apply(TEXT));
        }
    }

    /** RFC 1952, 2.3: no flags, no time, and "unknown" as the system. */
    @Test
    void namesNoTimeAndNoSystem() throws IOException {
        byte[] compressed = Encodings.gzip().compress().apply(TEXT);
        assertArrayEquals(
                new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF}, Arrays.copyOf(compressed, 10));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertArrayEquals(TEXT, in.readAllBytes());
        }
    }

    @Test
    void writesBrotliThatOthersRead() throws IOException {
        byte[] compressed = Encodings.brotli().compress().apply(TEXT);
        assertArrayEquals(TEXT, Decoder.decompress(compressed).getDecompressedData());
    }
}
