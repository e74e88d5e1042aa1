package org.waymark;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build depends on besides the project.
 *
 * @param asOf the build date; reviews due before it are overdue, and entries that are not published on it are left
 *     out
 * @param baseUrl the URL of the site, if it differs from the one in {@code site.yaml}
 * @param unpublished whether the site includes those entries, each with a badge: for editors, never for readers
 */
public record Settings(LocalDate asOf, Optional<String> baseUrl, boolean unpublished) {
    /** Settings of a site for readers. */
    public Settings(LocalDate asOf, Optional<String> baseUrl) {
        this(asOf, baseUrl, false);
    }

    /** The same for editors, who also see unpublished entries. */
    public Settings withUnpublished() {
        return new Settings(asOf, baseUrl, true);
    }
}
