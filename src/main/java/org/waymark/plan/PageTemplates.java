package org.waymark.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The record that each built-in template of a page shows. */
public final class PageTemplates {
    private static final Map<String, Class<? extends Page>> RECORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("page/a-to-z", Pages.AToZ.class),
            Map.entry("page/absent", Pages.Absent.class),
            Map.entry("page/choice", Pages.ChoicePage.class),
            Map.entry("page/choices", Pages.ChoicesPage.class),
            Map.entry("page/data", Pages.DataPage.class),
            Map.entry("page/entries", Pages.EntriesOnOnePage.class),
            Map.entry("page/entry", EntryPage.class),
            Map.entry("page/finder", Pages.FinderPage.class),
            Map.entry("page/further", Pages.Further.class),
            Map.entry("page/glossary", Pages.Glossary.class),
            Map.entry("page/gone", Pages.GonePage.class),
            Map.entry("page/home", Pages.Home.class),
            Map.entry("page/list", Pages.ListPage.class),
            Map.entry("page/matrix", Pages.MatrixPage.class),
            Map.entry("page/not-found", Pages.NotFound.class),
            Map.entry("page/print", PrintPage.class),
            Map.entry("page/redirect", Pages.Redirect.class),
            Map.entry("page/search", Pages.Search.class),
            Map.entry("page/whats-new", Pages.WhatsNew.class)));

    private PageTemplates() {}

    /** The names of these templates, below {@code templates} and without their extension, with their records. */
    public static Map<String, Class<? extends Page>> all() {
        return Collections.unmodifiableMap(RECORDS);
    }

    /** The record that a template shows; empty for a part, and for one that shows the entries of a kind. */
    public static Optional<Class<? extends Page>> recordOf(String name) {
        return Optional.ofNullable(RECORDS.get(name));
    }
}
