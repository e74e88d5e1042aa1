package org.waymark.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes a picture of at most 256 colours as a PNG (ISO/IEC 15948). The deflate stream (RFC 1951) is made here rather than by
 * the Java runtime, whose bytes depend on the zlib that it was built with. It repeats the pixel before or the row above, which
 * is what plain areas and letters need.
 */
final class Png {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;

    private byte[] stream = new byte[1 << 15];
    private int size;
    private int bits;
    private int bitCount;

    private Png() {}

    /**
     * A picture.
     *
     * @param rows of pixels, each the number of its colour; in front of each row is a zero, which says that it is not filtered
     * @param colours as 0xRRGGBB
     */
    static byte[] of(int width, int height, byte[] rows, List<Integer> colours) {
        var png = new ByteArrayOutputStream(1 << 15);
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        addChunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 3, 0, 0, 0})
                        .array());
        ByteBuffer palette = ByteBuffer.allocate(3 * colours.size());
        colours.forEach(colour ->
                palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) (int) colour));
        addChunk(png, "PLTE", palette.array());
        addChunk(png, "IDAT", new Png().compressed(rows, width + 1));
        addChunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void addChunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private byte[] compressed(byte[] bytes, int row) {
        put(0x0178, 16);
        // The one block, with the fixed codes.
        put(0b011, 3);
        int at = 0;
        while (at < bytes.length) {
            int same = at < 1 || bytes[at] != bytes[at - 1] ? 0 : repeated(bytes, at, 1);
            int above = at < row || bytes[at] != bytes[at - row] || same == LONGEST ? 0 : repeated(bytes, at, row);
            if (Math.max(same, above) < SHORTEST) {
                putCode(bytes[at++] & 0xff);
            } else if (same >= above) {
                putLength(same);
                putDistance(1);
                at += same;
            } else {
                putLength(above);
                putDistance(row);
                at += above;
            }
        }
        putCode(256);
        put(0, 7);
        var checksum = new Adler32();
        checksum.update(bytes);
        return ByteBuffer.allocate(size + 4)
                .put(stream, 0, size)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static int repeated(byte[] bytes, int at, int distance) {
        int end = Math.min(at + LONGEST, bytes.length);
        int length = Arrays.mismatch(bytes, at, end, bytes, at - distance, end - distance);
        return length < 0 ? end - at : length;
    }

    private void put(int value, int count) {
        bits |= value << bitCount;
        bitCount += count;
        while (bitCount >= 8) {
            if (size == stream.length) {
                stream = Arrays.copyOf(stream, 2 * size);
            }
            stream[size++] = (byte) bits;
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    /** A byte, a length or the end, in the fixed code (RFC 1951, 3.2.6), which is written from its highest bit. */
    private void putCode(int symbol) {
        if (symbol < 144) {
            putReversed(0x30 + symbol, 8);
        } else if (symbol < 256) {
            putReversed(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            putReversed(symbol - 256, 7);
        } else {
            putReversed(0xc0 + symbol - 280, 8);
        }
    }

    private void putReversed(int code, int count) {
        put(Integer.reverse(code) >>> (32 - count), count);
    }

    /** A length from 3 to 258 (RFC 1951, 3.2.5): the larger, the more of its bits follow the code. */
    private void putLength(int length) {
        if (length == LONGEST) {
            putCode(285);
            return;
        }
        int value = length - SHORTEST;
        int extra = Math.max(0, 29 - Integer.numberOfLeadingZeros(value | 4));
        putCode(257 + 4 * extra + (value >> extra));
        put(value & ((1 << extra) - 1), extra);
    }

    private void putDistance(int distance) {
        int value = distance - 1;
        int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(value | 2));
        putReversed(2 * extra + (value >> extra), 5);
        put(value & ((1 << extra) - 1), extra);
    }
}
