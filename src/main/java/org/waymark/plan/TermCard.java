package org.waymark.plan;

import java.util.Optional;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.Routes;

/**
 * A term of the glossary, explained on the page whose text uses it.
 *
 * @param card the id of the card in the page, which no heading of a text can have
 */
public record TermCard(
        String id,
        String card,
        String term,
        Optional<String> expansion,
        String definition,
        Optional<String> changed,
        PageLink glossary) {
    static TermCard of(GlossaryTerm term) {
        return new TermCard(
                term.id().value(),
                "wm-term-" + term.id(),
                term.term(),
                term.expansion(),
                term.definition(),
                term.changed(),
                PageLink.to(term.term(), Routes.of(term)));
    }
}
