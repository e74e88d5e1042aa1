package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/**
 * What every page says of itself.
 *
 * @param title its main heading
 * @param description one sentence for search engines and previews
 * @param trail the pages above it, from the home page down, without itself
 * @param section the path of the entry of the main navigation to which it belongs
 * @param modified the day of its last review or publication, if anyone knows (ISO 8601)
 * @param listed whether search engines should find it
 */
public record Head(
        SitePath path,
        String title,
        String description,
        List<Link> trail,
        Optional<String> section,
        Optional<String> modified,
        boolean listed) {
    public Head {
        trail = List.copyOf(trail);
    }
}
