package org.waymark.plan;

import java.util.List;
import org.waymark.markdown.Html;

/**
 * The text of an entry as it stands on its page.
 *
 * @param terms the cards to which the text's buttons lead, in the order of the text
 * @param used the ids of all terms that the text explains or links to
 */
public record Body(Html html, List<TermCard> terms, List<String> used) {
    public Body {
        terms = List.copyOf(terms);
        used = List.copyOf(used);
    }
}
