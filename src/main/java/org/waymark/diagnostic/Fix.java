package org.waymark.diagnostic;

import java.util.List;
import org.waymark.source.Edit;

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
}
