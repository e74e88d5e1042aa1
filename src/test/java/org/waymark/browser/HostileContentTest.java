package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.BuiltSite;
import org.waymark.HostileProject;
import org.waymark.HostileText;
import org.waymark.Thorough;

/**
 * Hostile content does not run in a browser or cause requests to other hosts, with or without the pages' own policy.
 * Without it, escaping alone must suffice. {@code -Dhostile.step=1} visits all pages; the default is a sample.
 */
@Thorough("drives a browser through hostile content")
class HostileContentTest {
    private static final Pattern ENTRY = Pattern.compile("h-(\\d+)");

    /** Queries for pages that read them. */
    private static final List<String> QUERIES = List.of(
            "<img src=x onerror=window.pwned=1>",
            "\"><script>window.pwned=1</script>",
            "javascript:window.pwned=1",
            "h-1 <svg onload=window.pwned=1>",
            "__proto__",
            "%");

    private static final Pattern REDIRECT =
            Pattern.compile("(?m)^<meta http-equiv=\"refresh\" content=\"0; url=\\.\\./");

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runsNoScriptsAndMakesNoExternalRequests(boolean withPolicy) throws IOException {
        BuiltSite site = HostileProject.built(HostileText.batches().get(0));
        assertEquals(0, site.errors());
        BuiltSite.publish(site.files(), folder);
        List<String> pages = pages();
        if (!withPolicy) {
            for (String page : pages) {
                Path file = folder.resolve(page);
                String html = Files.readString(file);
                String bare = html.replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
                assertTrue(!bare.equals(html), page);
                Files.writeString(file, bare);
            }
        }
        try (var server = new WebServer(folder, "/");
                BrowserContext browser = Chromium.get().newContext()) {
            browser.onRequest(request -> {
                if (!request.url().startsWith(server.url())) {
                    complaints.add("asked for " + request.url());
                }
            });
            Page page = browser.newPage();
            page.onDialog(dialog -> {
                complaints.add("dialog on " + page.url());
                dialog.dismiss();
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            for (String path : pages) {
                if (isVisited(path, withPolicy)) {
                    visit(page, server.url() + path);
                }
            }
            for (String query : QUERIES) {
                String typed = URLEncoder.encode(query, StandardCharsets.UTF_8);
                visit(page, server.url() + "search/?q=" + typed);
                page.waitForFunction("() => document.querySelector('#wm-status').textContent");
                check(page);
                visit(page, server.url() + "case-studies/?service=" + typed + "&region=" + typed + "&page=" + typed);
                page.waitForSelector("form.finder-bar");
                for (Locator group : page.locator(".finder-group summary").all()) {
                    group.click();
                    page.waitForSelector(".finder-group[open] [type=checkbox]");
                    check(page);
                }
                visit(page, server.url() + "glossary/#" + typed);
            }
        }
        assertEquals(List.of(), complaints);
    }

    /** The pages that readers visit; redirects lead to them. */
    private List<String> pages() throws IOException {
        var pages = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                if (!REDIRECT.matcher(Files.readString(file)).find()) {
                    pages.add(folder.relativize(file).toString());
                }
            }
        }
        return pages;
    }

    /** Pages with many hostile strings, and a sample of those with one. A larger sample without the policy. */
    private static boolean isVisited(String path, boolean withPolicy) {
        Matcher entry = ENTRY.matcher(path);
        return !entry.find() || Integer.parseInt(entry.group(1)) % (withPolicy ? 40 : HostileText.STEP) == 0;
    }

    private void visit(Page page, String url) {
        page.navigate(url);
        page.waitForLoadState(LoadState.LOAD);
        check(page);
    }

    /** The canary is not set, no element has a handler, and no link runs a program. */
    private void check(Page page) {
        Object found = page.evaluate("() => {"
                + " const found = window.pwned === undefined ? [] : ['pwned'];"
                + " for (const each of document.querySelectorAll('*')) {"
                + "  for (const name of each.getAttributeNames()) if (name.startsWith('on')) found.push(name);"
                + "  const url = each.href && each.href.baseVal === undefined ? each.href : '';"
                + "  if (url && !/^(https?|mailto|tel):/.test(url)) found.push(url);"
                + "  if (each.username) found.push(url);"
                + " }"
                + " for (const script of document.scripts)"
                + "  if (script.type !== 'application/ld+json' && !script.src.startsWith(location.origin + '/')) found.push('script');"
                + " for (const name of ['pwned', 'polluted']) if (name in {}) found.push('prototype');"
                + " return found.join(' '); }");
        if (!found.equals("")) {
            complaints.add(page.url() + ": " + found);
        }
    }
}
