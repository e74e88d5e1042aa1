package org.waymark.render;

import java.util.List;

/** All renderers. */
public final class Renderers {
    private Renderers() {}

    /**
     * One renderer of each kind.
     *
     * @param remember whether they keep what is slow to make for the next run
     */
    public static List<Renderer> all(boolean remember) {
        return List.of(
                new AssetRenderer(),
                new DataRenderer(),
                new FeedRenderer(),
                new FileRenderer(),
                new FinderRenderer(),
                new HostRenderer(),
                new ImageRenderer(),
                new PageRenderer(remember),
                new PreviewRenderer(remember),
                new RobotsRenderer(),
                new SearchRenderer(remember),
                new SitemapRenderer(),
                new WebManifestRenderer());
    }

    /** That of the pages alone. */
    public static List<Renderer> pages(boolean remember) {
        return List.of(new PageRenderer(remember));
    }
}
