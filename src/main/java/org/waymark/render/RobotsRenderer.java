package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Routes;
import org.waymark.plan.SitePlan;

/** {@code robots.txt} (RFC 9309): allows everything, and names the sitemap. */
final class RobotsRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + plan.frame().baseUrl() + Routes.SITEMAP + "\n";
        output.accept(OutputFile.Made.text(Routes.ROBOTS.file(), text));
        return List.of();
    }
}
