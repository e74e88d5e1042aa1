package org.waymark.diagnostic;

import java.util.List;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.Span;

/**
 * A cure that a tool can apply.
 *
 * @param title what it does, for a menu: {@code Change to `extended-access`}
 * @param isCertain whether it can be applied unseen; otherwise a person must choose it
 * @param edits in the order of their places, none overlapping another
 */
public record Fix(String title, boolean isCertain, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A cure that can be applied unseen: whatever the writer meant, it was this. */
    public static Fix certain(String title, Edit... edits) {
        return new Fix(title, true, List.of(edits));
    }

    /** A cure that is likely, but which a person must choose. */
    public static Fix possible(String title, Edit... edits) {
        return new Fix(title, false, List.of(edits));
    }

    /** Puts a word or so in the place of another. */
    public static Fix change(Span place, String text, boolean isCertain) {
        return new Fix("Change to `" + text + "`", isCertain, List.of(new Edit(place, text)));
    }

    /** Puts a text before a place. */
    public static Edit insertion(String path, Position at, String text) {
        return new Edit(new Span(path, at, at), text);
    }

    /** Takes out what is between two places. */
    public static Edit deletion(String path, Position from, Position to) {
        return new Edit(new Span(path, from, to), "");
    }

    /** The same cure, for a person to choose. */
    public Fix ifChosen() {
        return new Fix(title, false, edits);
    }
}
