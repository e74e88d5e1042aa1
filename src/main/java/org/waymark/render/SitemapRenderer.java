package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Routes;
import org.waymark.plan.Page;
import org.waymark.plan.SitePlan;

/** {@code sitemap.xml} (sitemaps.org, protocol 0.9): every page that search engines should find. */
final class SitemapRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        var xml = new Xml().open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        for (Page page : plan.pages()) {
            if (page.head().listed()) {
                xml.open("url").element("loc", plan.frame().baseUrl() + page.path());
                page.head().modified().ifPresent(day -> xml.element("lastmod", day));
                xml.close();
            }
        }
        output.accept(OutputFile.Made.text(Routes.SITEMAP.file(), xml.close().toString()));
        return List.of();
    }
}
