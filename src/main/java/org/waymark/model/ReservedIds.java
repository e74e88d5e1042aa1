package org.waymark.model;

import java.util.Set;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/** Ids that an entry cannot have, since the site uses their addresses for something else. */
public final class ReservedIds {
    private static final Set<String> OF_CASE_STUDIES = Set.of("by-category", "by-kind", "by-region", "by-service");
    private static final String PAGE = "page-";

    private ReservedIds() {}

    public static boolean contains(Kind<?> kind, Id id) {
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
