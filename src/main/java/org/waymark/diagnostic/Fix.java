package org.waymark.diagnostic;

import java.util.List;
import java.util.Optional;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Position;
import org.waymark.source.Span;

/**
 * A fix that a tool can apply.
 *
 * @param title what it does, for a menu: {@code Change to `extended-access`}
 * @param isCertain whether it can be applied without review; otherwise a person must choose it
 * @param edits in the order of their spans, without overlaps
 * @param file the change of a file that is not text; such a fix has no edits
 */
public record Fix(String title, boolean isCertain, List<Edit> edits, Optional<FileChange.PositionRemoval> file) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix that changes text files. */
    public Fix(String title, boolean isCertain, List<Edit> edits) {
        this(title, isCertain, edits, Optional.empty());
    }

    /** A fix that changes an image. */
    public static Fix certain(String title, FileChange.PositionRemoval file) {
        return new Fix(title, true, List.of(), Optional.of(file));
    }

    /** A fix that can be applied without review, since it is right whatever the writer meant. */
    public static Fix certain(String title, Edit... edits) {
        return new Fix(title, true, List.of(edits));
    }

    /** A likely fix, which a person must choose. */
    public static Fix possible(String title, Edit... edits) {
        return new Fix(title, false, List.of(edits));
    }

    /** Replaces the text of a span. */
    public static Fix change(Span span, String text, boolean isCertain) {
        return new Fix("Change to `" + text + "`", isCertain, List.of(new Edit(span, text)));
    }

    /** Inserts a text at a position. */
    public static Edit insertion(String path, Position at, String text) {
        return new Edit(new Span(path, at, at), text);
    }

    /** Deletes the text between two positions. */
    public static Edit deletion(String path, Position from, Position to) {
        return new Edit(new Span(path, from, to), "");
    }

    /** The same fix, for a person to choose. */
    public Fix ifChosen() {
        return new Fix(title, false, edits, file);
    }
}
