package org.waymark.plan;

import java.util.List;
import org.waymark.directory.SitePath;

/**
 * A news feed.
 *
 * @param path its published path
 * @param title its title
 * @param page the page whose news it carries
 * @param items newest first
 */
public record Feed(SitePath path, String title, String description, SitePath page, List<FeedItem> items) {
    public Feed {
        items = List.copyOf(items);
    }

    /** The same feed at another address. */
    Feed at(SitePath other) {
        return new Feed(other, title, description, page, items);
    }
}
