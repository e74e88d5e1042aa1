package org.waymark.plan;

import java.util.List;
import org.waymark.markdown.Html;

/**
 * The rendered body of an entry.
 *
 * @param terms the cards that the buttons in the text open, in the order of the text
 * @param used the ids of all terms that the text explains or links to
 */
public record Body(Html html, List<TermCard> terms, List<String> used) {
    public Body {
        terms = List.copyOf(terms);
        used = List.copyOf(used);
    }
}
