package org.waymark.plan;

import java.util.List;
import org.waymark.directory.SitePath;

/**
 * A news feed.
 *
 * @param path where it is published
 * @param title its name
 * @param page the page of the site whose news it brings
 * @param items newest first
 */
public record Feed(SitePath path, String title, String description, SitePath page, List<FeedItem> items) {
    public Feed {
        items = List.copyOf(items);
    }
}
