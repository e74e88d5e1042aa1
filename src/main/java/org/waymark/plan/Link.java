package org.waymark.plan;

import org.waymark.directory.SitePath;

/**
 * A link to a page of the site.
 *
 * @param path relative to the site's root; templates write {@code root} before it
 */
public record Link(String text, String path) {
    public static Link to(String text, SitePath path) {
        return new Link(text, path.value());
    }
}
