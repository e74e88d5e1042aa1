package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Entry;
import org.waymark.schema.Kind;

/** The kinds of entry that a directory consists of. */
public final class Kinds {
    /** In alphabetical order. */
    public static final List<Kind<?>> ALL =
            List.of(CaseStudy.KIND, Category.KIND, GlossaryTerm.KIND, Organisation.KIND, TextPage.KIND, Service.KIND);

    /**
     * The entries, and what is written like one: the notices of those that went, the addresses that were published, and
     * the settings of the site.
     */
    public static final List<Kind<?>> WITH_SITE = Stream.concat(
                    ALL.stream(), Stream.of(GoneEntry.KIND, RouteLedger.KIND, Site.KIND))
            .toList();

    private Kinds() {}

    /** The kind of a name such as {@code case-study} or {@code case-studies}. */
    public static Optional<Kind<?>> named(String name) {
        return WITH_SITE.stream()
                .filter(kind -> kind.name().equals(name) || kind.plural().equals(name))
                .findFirst();
    }

    /** Whether readers see entries of a kind, so that links may lead to them. */
    public static boolean isForReaders(Kind<?> kind) {
        return ALL.contains(kind);
    }

    /** The kind whose entries are of a type. */
    public static Kind<?> of(Class<? extends Entry> type) {
        return WITH_SITE.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + type));
    }
}
