package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;

/**
 * What web hosts look for: {@code _headers} and {@code _redirects} (the form of Netlify, Cloudflare and GitLab Pages),
 * {@code _nginx.conf} to include where nginx serves the site, and {@code .nojekyll}, without which GitHub Pages leaves files
 * out.
 */
final class HostRenderer implements Renderer {
    /** Cloudflare reads no more, and Netlify has no limit. Of what comes last a host keeps what it thinks best. */
    private static final int MOST_RULES = 100;

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        HostRules rules = HostRules.of(plan);
        output.accept(OutputFile.Made.text(".nojekyll", ""));
        output.accept(OutputFile.Made.text("_headers", headers(rules)));
        output.accept(OutputFile.Made.text("_redirects", redirects(rules)));
        output.accept(OutputFile.Made.text("_nginx.conf", NginxConfiguration.of(rules)));
        return List.of();
    }

    static String headers(HostRules rules) {
        var text = new StringBuilder();
        rule(text, rules.root() + "*", rules.headers());
        rules.kept().stream().limit(MOST_RULES - 1).forEach(kept -> {
            boolean isFolder = kept.path().endsWith("/") && !kept.path().equals(rules.root());
            rule(text, kept.path() + (isFolder ? "*" : ""), List.of("Cache-Control: " + kept.howLong()));
        });
        return text.toString();
    }

    private static void rule(StringBuilder text, String path, List<String> headers) {
        text.append(path).append('\n');
        headers.forEach(header -> text.append("  ").append(header).append('\n'));
    }

    /**
     * The code is plain, without Netlify's {@code !}: Cloudflare refuses a whole publication for it. Netlify then serves
     * the page of the same address instead, which leads on as well.
     */
    private static String redirects(HostRules rules) {
        var text = new StringBuilder();
        rules.moved()
                .forEach(moved ->
                        text.append(moved.from()).append(' ').append(moved.to()).append(" 301\n"));
        return text.toString();
    }
}
