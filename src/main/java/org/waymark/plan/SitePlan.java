package org.waymark.plan;

import java.util.List;
import org.waymark.source.ContentImage;
import org.waymark.source.SourceFile;

/**
 * The whole site before any of it is rendered.
 *
 * @param pages by address
 * @param feeds that of everything first
 * @param search what readers can search for
 * @param templates what the pages are rendered with
 * @param finder what the script of the case-study finder needs
 */
public record SitePlan(
        Frame frame,
        List<Page> pages,
        List<Feed> feeds,
        SearchContent search,
        List<ContentImage> images,
        List<Asset> assets,
        List<SourceFile> templates,
        Finder finder) {
    public SitePlan {
        pages = List.copyOf(pages);
        feeds = List.copyOf(feeds);
        images = List.copyOf(images);
        assets = List.copyOf(assets);
        templates = List.copyOf(templates);
    }
}
