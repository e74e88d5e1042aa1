package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.SitePath;

/**
 * The metadata that every page has.
 *
 * @param title its main heading
 * @param description one sentence for search engines and previews
 * @param trail the breadcrumbs from the home page, without the page itself
 * @param section the path of its item in the main navigation
 * @param modified the day of its last review or publication, if known (ISO 8601)
 * @param listed whether search engines should list it
 * @param preview the picture that other sites show, if it is not that of the site
 * @param feed the news feed about the subject of this page
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
        Optional<PreviewPicture> preview,
        Optional<PageLink> feed,
        List<Frame.Web> actions) {
    public Head {
        trail = List.copyOf(trail);
        actions = List.copyOf(actions);
    }

    /** A page without a feed and without actions. */
    public Head(
            SitePath path,
            String title,
            String description,
            List<PageLink> trail,
            Optional<String> section,
            Optional<String> modified,
            boolean listed) {
        this(path, title, description, trail, section, modified, listed, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same, which search engines should list only under a condition. */
    Head listedIf(boolean condition) {
        return new Head(
                path, title, description, trail, section, modified, listed && condition, preview, feed, actions);
    }

    Head withFeed(PageLink link) {
        return new Head(
                path, title, description, trail, section, modified, listed, preview, Optional.of(link), actions);
    }

    Head withActions(List<Frame.Web> links) {
        return new Head(path, title, description, trail, section, modified, listed, preview, feed, links);
    }

    Head withPreview(Optional<PreviewPicture> picture) {
        return new Head(path, title, description, trail, section, modified, listed, picture, feed, actions);
    }
}
