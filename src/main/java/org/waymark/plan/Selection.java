package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import org.waymark.directory.Facet;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.schema.Entry;
import org.waymark.schema.Vocabulary.Option;

/**
 * The case studies that match a filter.
 *
 * @param phrase what follows "12 case studies": {@code in London}, or a colon and a name, which is always grammatical
 * @param items newest first; filled while the index is made
 */
record Selection(Facet facet, String id, String label, String phrase, List<CaseStudyItem> items) {
    static Selection of(Facet facet, Entry entry) {
        return named(facet, entry.id().value(), entry.label());
    }

    static Selection of(Finder.FinderValue kind) {
        return named(Facet.KIND, kind.id(), kind.label());
    }

    static Selection of(Option region) {
        return new Selection(
                Facet.REGION, region.id().value(), region.label(), " " + phrase(region), new ArrayList<>());
    }

    private static Selection named(Facet facet, String id, String label) {
        return new Selection(facet, id, label, ": " + label, new ArrayList<>());
    }

    /** Its form in sentences: "case studies in the Midlands". */
    static String phrase(Option region) {
        return region.phrase().orElse(": " + region.label());
    }

    SitePath path(int page) {
        return Routes.ofCaseStudiesBy(facet, id, page);
    }
}
