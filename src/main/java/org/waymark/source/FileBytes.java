package org.waymark.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Random access to the bytes of a file; reads only those requested, and a few after them. For one thread. */
final class FileBytes implements Closeable {
    /** The least that one read fetches: about the header of a small image. */
    private static final int WINDOW = 4096;

    private final SeekableByteChannel channel;
    private final long size;
    private long start;
    private byte[] window = {};

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The length of the file. */
    long size() {
        return size;
    }

    /** The bytes from an offset on, fewer than requested at the end of the file. */
    byte[] at(long offset, int length) throws IOException {
        int wanted = (int) Math.max(0, Math.min(length, size - offset));
        boolean isInWindow = offset >= start && offset + wanted <= start + window.length;
        if (!isInWindow && wanted >= WINDOW) {
            return read(offset, wanted);
        }
        if (!isInWindow) {
            window = read(offset, (int) Math.min(WINDOW, Math.max(0, size - offset)));
            start = offset;
        }
        int from = (int) (offset - start);
        return Arrays.copyOfRange(window, from, Math.max(from, Math.min(from + wanted, window.length)));
    }

    /**
     * All bytes of a range.
     *
     * @throws Incomplete if the file ends before the range does
     */
    ByteBuffer all(long offset, int length) throws IOException, Incomplete {
        byte[] bytes = at(offset, length);
        if (bytes.length < length) {
            throw new Incomplete();
        }
        return ByteBuffer.wrap(bytes);
    }

    private byte[] read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        channel.position(offset);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until the buffer is full, or the file has become shorter meanwhile
        }
        return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The file is shorter than its own header states. */
    static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1;
    }
}
