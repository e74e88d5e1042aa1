package org.waymark.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.source.Alignment;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A stretch of running text as readers see it: one paragraph, heading, item of a list or cell of a table, without
 * markup. Its lines are joined by spaces, or by line ends where readers see separate lines. It knows where each of its
 * characters is in the file, through emphasis, links and entities. Offsets are in UTF-16 units. Created on request, and
 * not meant to be kept. For one thread.
 */
public final class Passage {
    /** A placeholder in a text for an image, whose description is a passage of its own. */
    public static final char IMAGE_SIGN = '\uFFFC';

    /** What a passage is on the page. */
    public enum Kind {
        PARAGRAPH,
        /** A paragraph of a list item. */
        ITEM,
        HEADING,
        /** A paragraph of a quotation: someone else's words. */
        QUOTE,
        /** A cell of a table. */
        CELL,
        /** The description of an image. */
        IMAGE,
        /** The value of a field. */
        FIELD
    }

    /**
     * A sentence.
     *
     * @param start its first character in the passage
     * @param end after its last
     * @param words how many there are; {@code GP-led} is one
     */
    public record Sentence(String text, int start, int end, int words, Span span) {}

    private final Kind kind;
    private final String text;
    private final SourceFile file;
    private final List<Piece> pieces;
    /** The pieces that are escaped in the file, by their start. */
    private final Map<Integer, Alignment> alignments = new HashMap<>();

    /** A part of the text that is contiguous in the file, though perhaps escaped there. */
    record Piece(int start, int end, int sourceStart, int sourceEnd, boolean isCode) {}

    Passage(Kind kind, String text, SourceFile file, List<Piece> pieces) {
        this.kind = kind;
        this.text = text;
        this.file = file;
        this.pieces = List.copyOf(pieces);
    }

    /** The text of a field, which may be quoted or folded, with its span in the file. */
    public static Passage ofField(String text, SourceFile file, Span place) {
        var piece = new Piece(0, text.length(), file.offset(place.start()), file.offset(place.end()), false);
        return new Passage(Kind.FIELD, text, file, List.of(piece));
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** Whether a character belongs to code, which has no language. */
    public boolean isCode(int offset) {
        Piece piece = pieceAt(offset);
        return piece.isCode && offset >= piece.start && offset < piece.end;
    }

    /** The span of a part of the text in the file. */
    public Span span(int start, int end) {
        int from = sourceRange(start, Math.max(start + 1, end)).start();
        int to = end > start ? sourceRange(end - 1, end).end() : from;
        return file.span(from, Math.max(from, to));
    }

    /** Whether a part of the text is written in the file exactly as it reads, so it can be replaced there. */
    public boolean isVerbatim(int start, int end) {
        Alignment.Range first = sourceRange(start, start + 1);
        Alignment.Range last = sourceRange(end - 1, end);
        return last.end() - first.start() == end - start
                && file.text().startsWith(text.substring(start, end), first.start());
    }

    private Alignment.Range sourceRange(int start, int end) {
        Piece at = pieceAt(start);
        if (start < at.start) {
            return new Alignment.Range(at.sourceStart, at.sourceStart); // an image, before all text
        }
        if (at.end - at.start == at.sourceEnd - at.sourceStart || start >= at.end) {
            int shift = at.sourceStart - at.start;
            return new Alignment.Range(
                    Math.min(at.sourceEnd, start + shift), Math.min(at.sourceEnd, Math.min(end, at.end) + shift));
        }
        return alignment(at)
                .range(start - at.start, Math.min(end, at.end) - at.start)
                .shifted(at.sourceStart);
    }

    /** The last piece that starts at or before an offset; a binary search, since a text may have thousands. */
    private Piece pieceAt(int offset) {
        int low = 0;
        int high = pieces.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).start <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return pieces.isEmpty() ? new Piece(0, 0, 0, 0, false) : pieces.get(low);
    }

    private Alignment alignment(Piece piece) {
        return alignments.computeIfAbsent(
                piece.start,
                start -> Alignment.of(
                        text.substring(start, piece.end), file.text().substring(piece.sourceStart, piece.sourceEnd)));
    }

    /** Its sentences, in order. */
    public List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        int start = sentenceStart(0);
        while (start < text.length()) {
            int end = sentenceEnd(start);
            int words = 0;
            for (int at = Words.next(text, start); at < end; at = Words.next(text, Words.end(text, at))) {
                words++;
            }
            sentences.add(new Sentence(text.substring(start, end), start, end, words, span(start, end)));
            start = sentenceStart(end);
        }
        return sentences;
    }

    /** The start of the first sentence after an offset that is between sentences; the end of the text if there is none. */
    public int sentenceStart(int from) {
        return Words.skipSpace(text, from);
    }

    /** The end of the sentence that starts at an offset. */
    public int sentenceEnd(int start) {
        return Sentences.end(text, start);
    }

    @Override
    public String toString() {
        return text;
    }
}
