package org.waymark.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;

/** The pages that use each glossary term: services first, then categories, pages and case studies. */
final class TermUses {
    private static final int SHOWN = 10;

    private final Map<String, Uses> byTerm = new HashMap<>();

    /**
     * @param first the first few pages
     * @param count the number of all pages
     */
    record Uses(List<PageLink> first, int count) {
        static final Uses NONE = new Uses(List.of(), 0);

        int more() {
            return count - first.size();
        }
    }

    /** Collects the terms found while rendering the pages; texts are not scanned again. */
    TermUses(Directory directory, PageParts parts, Collection<Page> pages) {
        Map<String, TextualPage> textual = new HashMap<>();
        for (Page page : pages) {
            if (page instanceof TextualPage text) {
                textual.put(page.path().value(), text);
            }
        }
        Stream.of(directory.services(), directory.categories(), directory.pages(), parts.caseStudies())
                .flatMap(List::stream)
                .map(entry -> textual.get(Routes.of(entry).value()))
                .forEachOrdered(this::add);
    }

    private void add(TextualPage page) {
        for (String term : page.body().used()) {
            Uses uses = byTerm.getOrDefault(term, Uses.NONE);
            List<PageLink> first = uses.first();
            if (first.size() < SHOWN) {
                first = new ArrayList<>(first);
                first.add(PageLink.to(page.head().title(), page.path()));
            }
            byTerm.put(term, new Uses(first, uses.count() + 1));
        }
    }

    Uses of(String term) {
        return byTerm.getOrDefault(term, Uses.NONE);
    }
}
