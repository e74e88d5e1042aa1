package org.waymark.plan;

import java.util.Optional;
import org.waymark.directory.Routes;
import org.waymark.directory.Term;

/**
 * The explanation of a glossary term on a page that uses it.
 *
 * @param card the HTML id of the card, which no heading can have
 */
public record TermCard(
        String id,
        String card,
        String term,
        Optional<String> expansion,
        String definition,
        Optional<String> changed,
        PageLink glossary) {
    static TermCard of(Term term) {
        return new TermCard(
                term.id().value(),
                "wm-term-" + term.id(),
                term.term(),
                term.expansion(),
                term.definition(),
                term.changed(),
                PageLink.to(term.term(), Routes.of(term.kind(), term.id())));
    }
}
