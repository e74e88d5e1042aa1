package org.waymark.directory;

import java.util.Optional;
import java.util.Set;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.PortableName;

/** Ids that an entry cannot have: its page would take the address of another, or its files could not be on every system. */
public final class ReservedIds {
    private static final Set<String> OF_CASE_STUDIES = Set.of("by-category", "by-kind", "by-region", "by-service");
    private static final String PAGE = "page-";

    private ReservedIds() {}

    public static boolean contains(Kind<?> kind, Id id) {
        return reason(kind, id).isPresent();
    }

    /** Why an entry cannot have an id, as a part of a sentence. */
    public static Optional<String> reason(Kind<?> kind, Id id) {
        if (isAddressOfSite(kind, id)) {
            return Optional.of("the site has other pages at that address");
        }
        // A list in one file makes no file of its own for an entry.
        return kind.place().isFolder() && PortableName.isDevice(id.value())
                ? Optional.of("Windows can have no file of that name")
                : Optional.empty();
    }

    private static boolean isAddressOfSite(Kind<?> kind, Id id) {
        if (kind.equals(TextPage.KIND)) {
            return TextPage.RESERVED_IDS.contains(id);
        }
        return kind.equals(CaseStudy.KIND) && (OF_CASE_STUDIES.contains(id.value()) || isPage(id.value()));
    }

    /** {@code page-2}: a page of a list that is too long for one. */
    private static boolean isPage(String id) {
        return id.length() > PAGE.length()
                && id.startsWith(PAGE)
                && id.chars().skip(PAGE.length()).allMatch(c -> c >= '0' && c <= '9');
    }
}
