package org.waymark.plan;

import java.util.List;
import org.waymark.source.ContentImage;
import org.waymark.source.SourceFile;

/**
 * The whole site before any of it is rendered.
 *
 * @param pages by address
 * @param feed newest first
 * @param search what readers can search for
 * @param templates what the pages are rendered with
 */
public record SitePlan(
        Frame frame,
        List<Page> pages,
        List<FeedItem> feed,
        SearchContent search,
        List<ContentImage> images,
        List<Asset> assets,
        List<SourceFile> templates) {
    public SitePlan {
        pages = List.copyOf(pages);
        feed = List.copyOf(feed);
        images = List.copyOf(images);
        assets = List.copyOf(assets);
        templates = List.copyOf(templates);
    }
}
