package org.waymark.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.source.Alignment;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A stretch of running text as readers see it: one paragraph, heading, item of a list or cell of a table, without markup, its lines joined
 * by spaces, those that readers see as lines by line ends. It knows where each of its characters is in the file, through emphasis, links and entities. Offsets are
 * in UTF-16 units. It is made when asked for, and meant to be forgotten after it was looked at. For one thread.
 */
public final class Passage {
    /** Stands in a text for an image, whose description is a passage of its own. */
    public static final char IMAGE_SIGN = '\uFFFC';

    /** What a passage is on the page. */
    public enum Kind {
        PARAGRAPH,
        /** A paragraph of an item of a list. */
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
    /** Of the pieces that are written with other signs, by their start. */
    private final Map<Integer, Alignment> alignments = new HashMap<>();

    /** A part of the text that is in one piece in the file, though perhaps written with other signs there. */
    record Piece(int start, int end, int sourceStart, int sourceEnd, boolean isCode) {}

    Passage(Kind kind, String text, SourceFile file, List<Piece> pieces) {
        this.kind = kind;
        this.text = text;
        this.file = file;
        this.pieces = List.copyOf(pieces);
    }

    /** The text of a field, which is, perhaps quoted or folded, in a place of a file. */
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

    /** Whether a character belongs to code, which is in no language. */
    public boolean isCode(int offset) {
        Piece piece = pieceAt(offset);
        return piece.isCode && offset >= piece.start && offset < piece.end;
    }

    /** Where a part of the text is in the file. */
    public Span span(int start, int end) {
        int from = sourceRange(start, Math.max(start + 1, end)).start();
        int to = end > start ? sourceRange(end - 1, end).end() : from;
        return file.span(from, Math.max(from, to));
    }

    /** Whether a part of the text is written in the file just as it reads, so that it can be replaced there. */
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

    /** The last piece that begins at or before an offset; found by halves, since a text may have thousands. */
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

    /** Its sentences, in their order. */
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

    /** Where the first sentence after an offset begins, at which none is going on; the end of the text if there is none. */
    public int sentenceStart(int from) {
        return Words.skipSpace(text, from);
    }

    /** Where the sentence that begins at an offset ends. */
    public int sentenceEnd(int start) {
        return Sentences.end(text, start);
    }

    @Override
    public String toString() {
        return text;
    }
}
