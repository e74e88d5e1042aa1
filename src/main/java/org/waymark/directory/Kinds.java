package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Entry;
import org.waymark.schema.Kind;

/** The kinds of entry in a directory. */
public final class Kinds {
    /** In alphabetical order. */
    public static final List<Kind<?>> ALL =
            List.of(CaseStudy.KIND, Category.KIND, GlossaryTerm.KIND, Organisation.KIND, TextPage.KIND, Service.KIND);

    /**
     * The kinds of entry, and the other content files: notices of removed entries, the route ledger and the site
     * settings.
     */
    public static final List<Kind<?>> WITH_SITE = Stream.concat(
                    ALL.stream(), Stream.of(GoneEntry.KIND, RouteLedger.KIND, Site.KIND))
            .toList();

    private Kinds() {}

    /** The kind with a name such as {@code case-study} or {@code case-studies}. */
    public static Optional<Kind<?>> named(String name) {
        return WITH_SITE.stream()
                .filter(kind -> kind.name().equals(name) || kind.plural().equals(name))
                .findFirst();
    }

    /** Whether readers see entries of a kind, so that links may point to them. */
    public static boolean isForReaders(Kind<?> kind) {
        return ALL.contains(kind);
    }

    /** The kind whose entries have this type. */
    public static Kind<?> of(Class<? extends Entry> type) {
        return WITH_SITE.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + type));
    }
}
