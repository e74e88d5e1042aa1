package org.waymark.plan;

import org.waymark.directory.SitePath;

/**
 * A link to a page of the site.
 *
 * @param path relative to the root of the site; templates put {@code root} in front of it
 */
public record PageLink(String text, String path) {
    public static PageLink to(String text, SitePath path) {
        return new PageLink(text, path.value());
    }
}
