package org.waymark.plan;

import java.util.HashMap;
import java.util.Map;
import org.waymark.content.SiteLabels;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Labels;

/** Counts the pages that use each glossary term, and so show its definition. */
public final class TermPageCounts {
    private TermPageCounts() {}

    /** The counts by term id; unused terms are left out. */
    public static Map<String, Integer> count(Directory directory) {
        var bodies = new BodyMaker(false);
        TermIndex terms = bodies.terms(directory);
        Labels labels = SiteLabels.of(directory.kinds().shape(), LabelFile.COMPLETE);
        var pages = new HashMap<String, Integer>();
        for (Entry entry : directory.entries()) {
            if (entry.kind().isGlossary() || !directory.isShown(entry)) {
                continue;
            }
            if (entry.isComplete()) {
                entry.body()
                        .ifPresent(prose -> bodies.body(directory, terms, entry, prose, Routes.of(entry), labels)
                                .used()
                                .forEach(term -> pages.merge(term, 1, Integer::sum)));
            }
        }
        return pages;
    }
}
