package org.waymark.directory;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Kind;

/** The typed records of complete entries. */
public final class Views {
    private static final Map<String, BiFunction<Kind, Fields, Entry>> BY_KIND = Map.of(
            "case-study", CaseStudy::of,
            "category", Category::of,
            "glossary-term", GlossaryTerm::of,
            "gone-entry", GoneEntry::of,
            "organisation", Organisation::of,
            "route-ledger", RouteLedger::of,
            "service", Service::of,
            "site", Site::of,
            "page", TextPage::of);

    private static final Map<Class<?>, String> KINDS = Map.of(
            CaseStudy.class, "case-study",
            Category.class, "category",
            GlossaryTerm.class, "glossary-term",
            GoneEntry.class, "gone-entry",
            Organisation.class, "organisation",
            RouteLedger.class, "route-ledger",
            Service.class, "service",
            Site.class, "site",
            TextPage.class, "page");

    private Views() {}

    /** The record of an entry; empty unless all required fields could be decoded. */
    public static Optional<Entry> of(Kind kind, Fields fields) {
        return fields.has(kind.fields())
                ? Optional.ofNullable(BY_KIND.get(kind.name())).map(view -> view.apply(kind, fields))
                : Optional.empty();
    }

    static String kindOf(Class<? extends Entry> type) {
        return Optional.ofNullable(KINDS.get(type))
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + type));
    }
}
