package org.waymark.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.schema.Kind;

/** The pages that use each glossary term, ordered by the weight of their kinds. */
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
    TermUses(PublishedEntries entries, Collection<Page> pages) {
        Map<String, EntryPage> textual = new HashMap<>();
        for (Page page : pages) {
            if (page instanceof EntryPage entry && entry.body().isPresent()) {
                textual.put(page.path().value(), entry);
            }
        }
        for (Kind kind : entries.kinds().byWeight()) {
            for (Entry entry : entries.of(kind)) {
                Optional.ofNullable(textual.get(Routes.of(entry).value())).ifPresent(this::add);
            }
        }
    }

    private void add(EntryPage page) {
        for (String term : page.body().orElseThrow().used()) {
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
