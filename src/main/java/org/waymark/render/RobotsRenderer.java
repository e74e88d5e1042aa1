package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;

/** {@code robots.txt} (RFC 9309): everything may be read, and the sitemap is there. */
final class RobotsRenderer implements Renderer {
    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + plan.frame().baseUrl() + Routes.SITEMAP + "\n";
        return Outcome.of(List.of(OutputFile.Made.text(Routes.ROBOTS.file(), text)));
    }
}
