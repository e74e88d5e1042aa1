package org.waymark.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text file of the project, with line ends as {@code \n} and without a byte order mark. The only class that
 * converts between the three ways of counting: UTF-16 units (commonmark), code points (YAML), lines and columns
 * (people).
 *
 * <p>Equal if path, text and malformed offsets are. Immutable and thread-safe.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private final List<Integer> malformed;
    private final int[] lineStarts;
    private final AsciiSet ascii;
    private final boolean isPlainAscii;
    /** The offsets of surrogate pairs; between them, UTF-16 units and code points advance together. */
    private final int[] surrogatePairs;

    private SourceFile(String path, String text, List<Integer> malformed, AsciiSet ascii, boolean isPlainAscii) {
        this.path = path;
        this.text = text;
        this.malformed = malformed;
        this.lineStarts = lineStarts(text);
        this.ascii = ascii;
        this.isPlainAscii = isPlainAscii;
        this.surrogatePairs = isPlainAscii ? new int[0] : surrogatePairs(text);
    }

    /** A file with the given text. Carriage returns become line feeds. */
    public static SourceFile of(String path, String text) {
        String unified = unifyLineEnds(text);
        return new SourceFile(path, unified, List.of(), AsciiSet.of(unified), false);
    }

    /** Decodes UTF-8. Invalid bytes become U+FFFD and are recorded in {@link #malformed()}. */
    public static SourceFile decode(String path, byte[] bytes) {
        AsciiSet ascii = AsciiSet.of(bytes);
        if (ascii.isPlain()) {
            return new SourceFile(path, new String(bytes, StandardCharsets.US_ASCII), List.of(), ascii, true);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            return decodeMalformed(path, bytes);
        }
        return of(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Decodes piece by piece to find the offsets of invalid bytes. */
    private static SourceFile decodeMalformed(String path, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var malformed = new ArrayList<Integer>();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            in.position(in.position() + result.length());
            malformed.add(out.position());
            out.put('\uFFFD');
        }
        String text = out.flip().toString();
        int bom = text.startsWith("\uFEFF") ? 1 : 0;
        SourceFile file = of(path, text.substring(bom));
        if (malformed.isEmpty()) {
            return file;
        }
        return new SourceFile(
                path,
                file.text,
                malformed.stream().map(at -> at - bom - crlfBefore(text, at)).toList(),
                file.ascii,
                false);
    }

    private static int crlfBefore(String text, int end) {
        int count = 0;
        for (int at = text.indexOf("\r\n"); at >= 0 && at < end; at = text.indexOf("\r\n", at + 2)) {
            count++;
        }
        return count;
    }

    private static String unifyLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The path relative to the project, with {@code /}. */
    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The text of a span of this file. */
    public String text(Span span) {
        return text.substring(offset(span.start()), offset(span.end()));
    }

    /** The offsets in {@link #text()} of bytes that were not UTF-8, in order. */
    public List<Integer> malformed() {
        return malformed;
    }

    /** Whether it was decoded from ASCII graphic characters, spaces, tabs and line feeds only. */
    public boolean isPlainAscii() {
        return isPlainAscii;
    }

    /** Whether an ASCII character occurs anywhere in the text; known without a search. */
    public boolean has(char asciiCharacter) {
        return ascii.has(asciiCharacter);
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line, without its line end; empty if the file has no such line. */
    public String line(int line) {
        if (line > lineStarts.length) {
            return "";
        }
        return text.substring(lineStarts[line - 1], lineEnd(line));
    }

    /** The length of a line in UTF-16 units; 0 if the file has no such line. */
    public int lineLength(int line) {
        return line > lineStarts.length ? 0 : lineEnd(line) - lineStarts[line - 1];
    }

    /** A part of a line between two columns, both from 0, without copying the line, which may be long. */
    public String part(int line, int from, int to) {
        return text.substring(lineStarts[line - 1] + from, lineStarts[line - 1] + to);
    }

    private int lineEnd(int line) {
        return line == lineStarts.length ? text.length() : lineStarts[line] - 1;
    }

    /** The position of an offset in UTF-16 units. */
    public Position position(int offset) {
        int line = lineAt(offset);
        return new Position(line, offset - lineStarts[line - 1] + 1);
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * The offset of a position in UTF-16 units; positions beyond the end of a line or of the file count as that end.
     */
    public int offset(Position position) {
        if (position.line() > lineStarts.length) {
            return text.length();
        }
        return Math.min(lineStarts[position.line() - 1] + position.column() - 1, lineEnd(position.line()));
    }

    /** The span between two offsets in UTF-16 units. */
    public Span span(int start, int end) {
        int startLine = lineAt(start);
        int startColumn = start - lineStarts[startLine - 1] + 1;
        int after = Math.max(start, end);
        boolean isOneLine = startLine == lineStarts.length || after < lineStarts[startLine];
        int endLine = isOneLine ? startLine : lineAt(after);
        return new Span(path, startLine, startColumn, endLine, after - lineStarts[endLine - 1] + 1);
    }

    /** The offset in UTF-16 units that is {@code codePoints} code points after {@code from}. */
    public int offsetByCodePoints(int from, int codePoints) {
        int pairsBefore = pairsBefore(from);
        // Pair k is at surrogatePairs[k] - k in code points.
        int target = from - pairsBefore + codePoints;
        int low = pairsBefore;
        int high = surrogatePairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (surrogatePairs[middle] - middle < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(target + low, text.length());
    }

    private int pairsBefore(int offset) {
        int found = Arrays.binarySearch(surrogatePairs, offset);
        return found < 0 ? -found - 1 : found;
    }

    private static int[] surrogatePairs(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return new int[0];
        }
        return IntStream.range(0, text.length() - 1)
                .filter(i -> Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1)))
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile that
                && path.equals(that.path)
                && text.equals(that.text)
                && malformed.equals(that.malformed);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
