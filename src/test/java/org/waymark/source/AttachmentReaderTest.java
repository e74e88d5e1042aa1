package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.waymark.TestFiles;

class AttachmentReaderTest {
    private static AttachmentReader.Result read(AttachmentFormat format, byte[] bytes) throws IOException {
        try (var file = new FileBytes(new BytesChannel(ByteBuffer.wrap(bytes)))) {
            return AttachmentReader.read(format, file);
        }
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(16);
        byte[] word = TestFiles.described("Word document");
        byte[] pdf = TestFiles.described("PDF document with compressed objects");
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20_000; i++) {
                byte[] hostile = (i % 2 == 0 ? word : pdf).clone();
                for (int j = 0; j < 4; j++) {
                    hostile[random.nextInt(hostile.length)] = (byte) (random.nextBoolean() ? 255 : random.nextInt());
                }
                read(i % 2 == 0 ? AttachmentFormat.WORD : AttachmentFormat.PDF, hostile);
            }
        });
    }

    /** A decompression bomb, and thousands of lists that overlap it. */
    @Test
    void inflatesNoMoreThanIsNeeded() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n/ObjStm stream\n".getBytes(StandardCharsets.ISO_8859_1));
        try (var out = new DeflaterOutputStream(bytes)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        bytes.writeBytes("/ObjStm\n".repeat(400_000).getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertEquals(
                        List.of(),
                        read(AttachmentFormat.PDF, bytes.toByteArray()).barriers()));
        byte[] many = Arrays.copyOf("%PDF-1.7 ".getBytes(StandardCharsets.ISO_8859_1), 4 << 20);
        byte[] part = "/ObjStm stream\n".getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 9; at + part.length < many.length - 9; at += part.length) {
            System.arraycopy(part, 0, many, at, part.length);
        }
        System.arraycopy("%%EOF".getBytes(StandardCharsets.ISO_8859_1), 0, many, many.length - 5, 5);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertEquals(List.of(), read(AttachmentFormat.PDF, many).barriers()));
    }
}
