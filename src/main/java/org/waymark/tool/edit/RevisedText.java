package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A text that is edited repeatedly. It tracks unchanged parts, so all edits can be expressed as edits of the
 * original text.
 */
final class RevisedText {
    private final SourceFile original;
    private List<Piece> pieces;
    private SourceFile now;

    RevisedText(SourceFile original) {
        this.original = original;
        this.now = original;
        this.pieces = List.of(new Piece(0, original.text().length(), ""));
    }

    /**
     * A piece of the text.
     *
     * @param start its offset in the original
     * @param end the same as {@code start} for a new piece
     * @param added the text of a new piece, otherwise empty
     */
    private record Piece(int start, int end, String added) {
        int length() {
            return end - start + added.length();
        }

        Piece part(int from, int to) {
            return added.isEmpty()
                    ? new Piece(start + from, start + to, "")
                    : new Piece(start, start, added.substring(from, to));
        }
    }

    SourceFile now() {
        return now;
    }

    /** Applies edits, without overlaps, to the current text. */
    void apply(List<Edit> edits) {
        edits.stream()
                .sorted(Comparator.comparing(Edit::span).reversed())
                .forEach(edit -> replace(
                        now.offset(edit.span().start()), now.offset(edit.span().end()), edit.text()));
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(original.text(), piece.start(), piece.end()).append(piece.added());
        }
        now = SourceFile.of(original.path(), text.toString());
    }

    private void replace(int from, int to, String text) {
        var revised = new ArrayList<Piece>();
        addBetween(revised, 0, from);
        if (!text.isEmpty()) {
            revised.add(new Piece(0, 0, text));
        }
        addBetween(revised, to, Integer.MAX_VALUE);
        pieces = revised;
    }

    /** Adds the pieces, or parts of them, between two offsets of the current text. */
    private void addBetween(List<Piece> target, int from, int to) {
        int at = 0;
        for (Piece piece : pieces) {
            int start = Math.max(from - at, 0);
            int end = Math.min(to - at, piece.length());
            if (start < end) {
                target.add(piece.part(start, end));
            }
            at += piece.length();
        }
    }

    /** All edits so far, as edits of the original. */
    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        var added = new StringBuilder();
        int kept = 0;
        for (Piece piece : pieces) {
            if (!piece.added().isEmpty()) {
                added.append(piece.added());
            } else {
                addEdit(edits, kept, piece.start(), added);
                kept = piece.end();
            }
        }
        addEdit(edits, kept, original.text().length(), added);
        return edits;
    }

    private void addEdit(List<Edit> edits, int from, int to, StringBuilder added) {
        if (from < to || !added.isEmpty()) {
            Span span = original.span(from, to);
            edits.add(new Edit(span, added.toString()));
            added.setLength(0);
        }
    }
}
