package org.waymark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Routes;
import org.waymark.directory.WebHost;
import org.waymark.plan.SitePlan;

/**
 * Configuration for web hosts: {@code _headers} and {@code _redirects} (for Netlify, Cloudflare and GitLab Pages),
 * {@code _nginx.conf} to include in an nginx configuration, {@code .htaccess} (for Apache), and {@code .nojekyll},
 * without which GitHub Pages leaves out some files.
 */
final class HostRenderer implements Renderer {
    /** Cloudflare's limit; Netlify has none. */
    private static final int MOST_RULES = 100;

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        HostRules rules = HostRules.of(plan);
        output.accept(OutputFile.Made.text(".nojekyll", ""));
        output.accept(OutputFile.Made.text("_headers", headers(rules)));
        output.accept(OutputFile.Made.text("_redirects", redirects(rules)));
        output.accept(OutputFile.Made.text("_nginx.conf", NginxConfiguration.of(rules)));
        ApacheConfiguration.of(rules).ifPresent(text -> output.accept(OutputFile.Made.text(".htaccess", text)));
        rules.open()
                .forEach(folder -> output.accept(OutputFile.Made.text(
                        folder.substring(rules.root().length()) + ".htaccess", ApacheConfiguration.of(folder, rules))));
        return List.of();
    }

    static String headers(HostRules rules) {
        var text = new StringBuilder();
        rule(text, rules.root() + "*", rules.headers());
        rules.typed().forEach((path, type) -> rule(text, path, List.of("Content-Type: " + type)));
        int left = MOST_RULES - 1 - rules.typed().size();
        rules.kept().stream().limit(left).forEach(kept -> {
            boolean isFolder = kept.path().endsWith("/") && !kept.path().equals(rules.root());
            String caching = "Cache-Control: " + kept.howLong();
            var headers = new ArrayList<>(List.of(caching));
            if (rules.open().contains(kept.path())) {
                headers.add(HostRules.FOR_ALL);
            }
            if (rules.locating().contains(kept.path())) {
                headers.add(HostRules.LOCATING);
            }
            rule(text, kept.path() + (isFolder ? "*" : ""), headers);
        });
        return text.toString();
    }

    private static void rule(StringBuilder text, String path, List<String> headers) {
        text.append(path).append('\n');
        headers.forEach(header -> text.append("  ").append(header).append('\n'));
    }

    /**
     * Netlify serves a page at a former address, which redirects too, rather than the redirect, unless a {@code !} forces it.
     * For that sign, and for status 410, Cloudflare rejects the whole deployment.
     * Rules with placeholders come last, for Cloudflare counts every rule below one as such.
     */
    static String redirects(HostRules rules) {
        var text = new StringBuilder();
        boolean isNetlify = rules.host().filter(WebHost.NETLIFY::equals).isPresent();
        if (!rules.answers().isEmpty()) {
            String about = rules.root() + Routes.API;
            redirect(text, about, about + "index.json", "200");
        }
        rules.answers().forEach(list -> redirect(text, list, list + "/index.json", "200"));
        rules.moved().forEach(moved -> redirect(text, moved.from(), moved.to(), isNetlify ? "301!" : "301"));
        if (isNetlify) {
            rules.gone().forEach(address -> redirect(text, address, address + "index.html", "410!"));
        }
        rules.answers().forEach(list -> {
            // Cloudflare follows rules even where a file is: without this one, the next would add a second ending.
            redirect(text, list + "/:file.json", list + "/:file.json", "200");
            redirect(text, list + "/:id", list + "/:id.json", "200");
        });
        return text.toString();
    }

    private static void redirect(StringBuilder text, String from, String to, String status) {
        text.append(from).append(' ').append(to).append(' ').append(status).append('\n');
    }
}
