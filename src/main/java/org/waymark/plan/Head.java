package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.SitePath;

/**
 * What every page says of itself.
 *
 * @param title its main heading
 * @param description one sentence for search engines and previews
 * @param trail the pages above it, from the home page down, without itself
 * @param section the path of the entry of the main navigation to which it belongs
 * @param modified the day of its last review or publication, if anyone knows (ISO 8601)
 * @param listed whether search engines should find it
 * @param feed the news feed of this page's own subject
 * @param actions what readers can do about the page, such as suggesting a change
 */
public record Head(
        SitePath path,
        String title,
        String description,
        List<PageLink> trail,
        Optional<String> section,
        Optional<String> modified,
        boolean listed,
        Optional<PageLink> feed,
        List<Frame.Web> actions) {
    public Head {
        trail = List.copyOf(trail);
        actions = List.copyOf(actions);
    }

    /** A page without a feed of its own, about which readers can do nothing. */
    public Head(
            SitePath path,
            String title,
            String description,
            List<PageLink> trail,
            Optional<String> section,
            Optional<String> modified,
            boolean listed) {
        this(path, title, description, trail, section, modified, listed, Optional.empty(), List.of());
    }

    Head withFeed(PageLink link) {
        return new Head(path, title, description, trail, section, modified, listed, Optional.of(link), actions);
    }

    Head withActions(List<Frame.Web> links) {
        return new Head(path, title, description, trail, section, modified, listed, feed, links);
    }
}
