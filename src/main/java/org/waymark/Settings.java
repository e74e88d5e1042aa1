package org.waymark;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is told besides the project.
 *
 * @param asOf the day for which the site is made; reviews due before it are overdue
 * @param baseUrl the site's address, where it is not that of {@code site.yaml}
 */
public record Settings(LocalDate asOf, Optional<String> baseUrl) {}
