package org.waymark.render;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Page;
import org.waymark.plan.SitePlan;

/**
 * What web hosts look for: {@code _headers} (the form of Netlify and Cloudflare Pages) with what browsers may do and how
 * long they may keep a file, and {@code .nojekyll}, without which GitHub Pages leaves files out. Hosts join the values of
 * a header that two rules set, so each path has one rule for how long it may be kept.
 */
final class HostRenderer implements Renderer {
    /** That of the pages' own {@code meta} element, and what can only be said in a header. */
    static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_DAY = "public, max-age=86400";
    private static final String FOR_FIVE_MINUTES = "public, max-age=300, must-revalidate";
    /** Folders in which every name changes with the content of the file. */
    private static final List<String> FINGERPRINTED = List.of("assets", "finder");

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        output.accept(OutputFile.Made.text(".nojekyll", ""));
        output.accept(OutputFile.Made.text("_headers", headers(plan)));
        return List.of();
    }

    private static String headers(SitePlan plan) {
        // Hosts count from the root of the domain, below which the site may lie in a folder.
        String url = plan.frame().baseUrl();
        String root = url.substring(url.indexOf('/', "https://".length()));
        var text = new StringBuilder();
        rule(
                text,
                root + "*",
                "Content-Security-Policy: " + POLICY + "; frame-ancestors 'none'",
                "X-Content-Type-Options: nosniff",
                "Referrer-Policy: strict-origin-when-cross-origin",
                "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        FINGERPRINTED.forEach(folder -> rule(text, root + folder + "/*", "Cache-Control: " + FOR_EVER));
        rule(text, root + "images/*", "Cache-Control: " + FOR_A_DAY);
        rule(text, root, "Cache-Control: " + FOR_FIVE_MINUTES);
        folders(plan.pages()).forEach(folder -> rule(text, root + folder + "/*", "Cache-Control: " + FOR_FIVE_MINUTES));
        return text.toString();
    }

    /** The top folders in which pages lie. */
    private static Set<String> folders(List<Page> pages) {
        Set<String> folders = new TreeSet<>();
        for (Page page : pages) {
            String path = page.path().value();
            int end = path.indexOf('/');
            if (end > 0) {
                folders.add(path.substring(0, end));
            }
        }
        return folders;
    }

    private static void rule(StringBuilder text, String path, String... headers) {
        text.append(path).append('\n');
        for (String header : headers) {
            text.append("  ").append(header).append('\n');
        }
    }
}
