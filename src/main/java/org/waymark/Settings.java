package org.waymark;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is told besides the project.
 *
 * @param asOf the day for which the site is made; reviews due before it are overdue, and entries that are not published on it
 *     are left out
 * @param baseUrl the site's address, where it is not that of {@code site.yaml}
 * @param unpublished whether the site shows those entries all the same, each with a badge: for editors, never for readers
 */
public record Settings(LocalDate asOf, Optional<String> baseUrl, boolean unpublished) {
    /** Settings of a site for readers. */
    public Settings(LocalDate asOf, Optional<String> baseUrl) {
        this(asOf, baseUrl, false);
    }

    /** The same for editors, who see what is not published yet or any more. */
    public Settings withUnpublished() {
        return new Settings(asOf, baseUrl, true);
    }
}
