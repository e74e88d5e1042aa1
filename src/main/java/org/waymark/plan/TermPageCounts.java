package org.waymark.plan;

import java.util.HashMap;
import java.util.Map;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Routes;
import org.waymark.schema.Entry;

/** Counts the pages that use each glossary term, and so show its definition. */
public final class TermPageCounts {
    private TermPageCounts() {}

    /** The counts by term id; unused terms are left out. */
    public static Map<String, Integer> count(Directory directory) {
        var bodies = new BodyMaker(false);
        TermIndex terms = bodies.terms(directory);
        var pages = new HashMap<String, Integer>();
        for (Document document : directory.documents()) {
            if (document.kind().isGlossary() || !directory.isShown(document)) {
                continue;
            }
            document.body()
                    .ifPresent(prose -> document.entry()
                            .ifPresent(entry -> bodies.body(directory, terms, entry, prose, Routes.of((Entry) entry))
                                    .used()
                                    .forEach(term -> pages.merge(term, 1, Integer::sum))));
        }
        return pages;
    }
}
