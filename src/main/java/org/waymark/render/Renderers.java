package org.waymark.render;

import java.util.List;

/** Everything that is made from a plan. */
public final class Renderers {
    public static final List<Renderer> ALL = List.of(
            new AssetRenderer(),
            new FeedRenderer(),
            new FinderRenderer(),
            new HostRenderer(),
            new ImageRenderer(),
            new PageRenderer(),
            new RobotsRenderer(),
            new SearchRenderer(),
            new SitemapRenderer(),
            new WebManifestRenderer());

    private Renderers() {}
}
