package org.waymark.plan;

import org.waymark.directory.SitePath;

/**
 * A link to a page of the site.
 *
 * @param path relative to the site's root; templates write {@code root} before it
 */
public record PageLink(String text, String path) {
    public static PageLink to(String text, SitePath path) {
        return new PageLink(text, path.value());
    }
}
