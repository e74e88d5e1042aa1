package org.waymark.render;

import java.io.Writer;
import java.util.Arrays;

/**
 * Encodes the text of a page as UTF-8 while it is written, and is reused for the next page, which saves two copies of
 * every page. For one thread. A lone surrogate becomes a question mark, as everywhere in Java.
 */
final class PageBuffer extends Writer {
    /** The maximum length of a page in bytes: ten times what a browser shows easily. */
    static final int MOST = 32 << 20;

    private static final int LONGEST = 3;

    private final char[] chars = new char[1024];
    private byte[] bytes;
    private int size;
    /** A high surrogate whose low surrogate has not been written yet; 0 if there is none. */
    private char pending;

    /** @param size the initial capacity in bytes */
    PageBuffer(int size) {
        bytes = new byte[size];
    }

    /** Empties the buffer. */
    PageBuffer clear() {
        size = 0;
        pending = 0;
        return this;
    }

    /** What was written since {@link #clear}. */
    byte[] toBytes() {
        endPair();
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void write(int c) throws PageTooLong {
        reserve(1);
        put((char) c);
    }

    @Override
    public void write(char[] text, int from, int length) throws PageTooLong {
        reserve(length);
        byte[] to = bytes;
        int at = size;
        int i = from;
        int end = from + length;
        if (pending == 0) {
            while (i < end && text[i] < 0x80) {
                to[at++] = (byte) text[i++];
            }
            size = at;
        }
        while (i < end) {
            put(text[i++]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws PageTooLong {
        // An array is faster to read than a string.
        for (int done = 0; done < length; done += chars.length) {
            int part = Math.min(chars.length, length - done);
            text.getChars(from + done, from + done + part, chars, 0);
            write(chars, 0, part);
        }
    }

    private void put(char c) {
        if (pending == 0 && c < 0x80) {
            bytes[size++] = (byte) c;
        } else {
            putOther(c);
        }
    }

    private void putOther(char c) {
        if (pending != 0 && Character.isLowSurrogate(c)) {
            int codePoint = Character.toCodePoint(pending, c);
            pending = 0;
            bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
            bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
            return;
        }
        endPair();
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)) {
            pending = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[size++] = '?';
        } else {
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void endPair() {
        if (pending != 0) {
            pending = 0;
            bytes[size++] = '?';
        }
    }

    /** Ensures capacity for characters, and for a pending one. */
    private void reserve(int characters) throws PageTooLong {
        long needed = size + (long) LONGEST * (characters + 2);
        if (needed > bytes.length) {
            if (needed > MOST) {
                throw new PageTooLong();
            }
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max((int) needed, bytes.length * 2)));
        }
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        // nothing to release
    }
}
