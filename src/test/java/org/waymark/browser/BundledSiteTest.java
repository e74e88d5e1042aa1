package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.Gzip;
import org.waymark.Settings;
import org.waymark.Thorough;
import org.waymark.source.ProjectReader;

/** The directory in this repository, as readers see it. */
@Thorough("drives a browser through the bundled site")
class BundledSiteTest {
    /** One page of each kind. */
    private static final List<String> PAGES = List.of(
            "",
            "services/",
            "categories/workforce/",
            "services/extended-access/",
            "case-studies/",
            "case-studies/page-2/",
            "case-studies/by-region/london/",
            "case-studies/wakefield-care-navigation-training/",
            "organisations/",
            "organisations/taurus-healthcare/",
            "regions/",
            "regions/midlands/",
            "coverage/",
            "introduction/",
            "glossary/",
            "search/",
            "search/?q=visa",
            "a-to-z/",
            "whats-new/",
            "data/",
            "print/",
            "404.html");

    @TempDir
    static Path folder;

    private static WebServer server;

    @BeforeAll
    static void publish() throws IOException {
        var settings =
                new Settings(LocalDate.of(2026, 11, 21), Optional.of("https://directory.example.org/directory/"));
        var edition = BuiltSite.of(ProjectReader.read(Path.of(".")), settings);
        assertEquals(List.of(), edition.diagnostics());
        BuiltSite.publish(edition.files(), folder);
        server = new WebServer(folder, "/directory/");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void meetsAccessibilityGuidelines() {
        var found = new ArrayList<String>();
        int narrow = 0;
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            for (String path : PAGES) {
                if (path.equals("print/")) {
                    continue; // MadeUpLookTest covers it in a smaller directory
                }
                page.navigate(server.url() + path);
                if (path.startsWith("search/?")) {
                    page.waitForSelector("mark");
                }
                // StatesTest tries the same templates in every look.
                boolean isNarrow = narrow++ % 2 == 1;
                page.setViewportSize(isNarrow ? 320 : 1280, 800);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(isNarrow ? ColorScheme.DARK : ColorScheme.LIGHT));
                found.addAll(Axe.violations(page));
            }
        }
        assertEquals(List.of(), found);
    }

    /** The largest page with all that it loads, gzipped; the whole directory for printing is no such page. */
    private static final int MOST_BYTES = 25_000;

    private static final int MOST_FILES = 5;

    /** What the results of a query load besides the search page, gzipped. */
    private static final int MOST_FOR_A_QUERY = 35_000;

    @Test
    void loadsLittleAndNothingFromElsewhereAndLogsNothing() {
        var found = new TreeSet<String>();
        var loaded = new TreeSet<String>();
        var atRest = new TreeSet<String>();
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            page.onRequest(request -> {
                if (!request.url().startsWith(server.url())) {
                    found.add("request: " + request.url());
                }
                loaded.add(request.url().replaceAll("\\?.*", ""));
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    found.add("console: " + message.text());
                }
            });
            page.onPageError(error -> found.add("script: " + error));
            for (String path : PAGES) {
                loaded.clear();
                page.navigate(server.url() + path);
                if (path.contains("?q=")) {
                    page.waitForSelector("mark");
                    loaded.removeAll(atRest);
                    int weight = weight(loaded);
                    if (weight > MOST_FOR_A_QUERY) {
                        found.add(path + " loads " + weight + " bytes for its results");
                    }
                } else if (loaded.size() > MOST_FILES || (weight(loaded) > MOST_BYTES && !path.equals("print/"))) {
                    found.add(path + " loads " + weight(loaded) + " bytes: " + loaded);
                }
                if (path.equals("search/")) {
                    atRest.addAll(loaded);
                }
            }
        }
        assertEquals(new TreeSet<>(), found);
    }

    @Test
    void hasNoLayoutShift() {
        var found = new ArrayList<String>();
        try (BrowserContext context = context(360, ColorScheme.LIGHT, true)) {
            context.addInitScript("""
                    window.shift = 0;
                    new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value; }))
                      .observe({ type: 'layout-shift', buffered: true });
                    """);
            Page page = context.newPage();
            for (String path : PAGES) {
                page.navigate(server.url() + path);
                if (path.startsWith("search/?")) {
                    page.waitForSelector("mark");
                }
                // Layout shifts are reported after the frame that shows them.
                page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
                double shift = ((Number) page.evaluate("window.shift")).doubleValue();
                if (shift > 0.01) {
                    found.add(path + " " + shift);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void worksFromAFolderOnDisk() {
        var errors = new ArrayList<String>();
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate(folder.resolve("index.html").toUri().toString());
            page.click("main a[href$='services/extended-access/']");
            assertEquals("Extended access", page.locator("h1").textContent());
            page.click("header a[href$='case-studies/']");
            assertTrue(page.locator("#wm-list li").count() > 10);
            page.fill("header input[type=search]", "visa sponsorship");
            page.keyboard().press("Enter");
            page.waitForSelector("#wm-results h2, #wm-results li");
            assertTrue(page.locator("#wm-results").textContent().contains("Visa sponsorship"));
        }
        assertEquals(List.of(), errors);
    }

    @Test
    void worksWithoutJavaScript() {
        try (BrowserContext context = context(360, ColorScheme.LIGHT, false);
                Page page = context.newPage()) {
            page.navigate(server.url());
            page.click("header nav a[href$='case-studies/']");
            page.locator("summary").nth(1).click();
            page.click("a[href$='by-region/london/']");
            assertTrue(page.locator("h1").textContent().contains("London"));
            page.click("main .card a");
            assertTrue(page.locator("main").textContent().contains("Sources"));
            page.fill("header input[type=search]", "visa");
            page.click("header form button");
            page.click("a[href$='a-to-z/']");
            assertTrue(page.locator("main").textContent().contains("Visa sponsorship"));
        }
    }

    @Test
    void worksWithTheKeyboardOnly() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            page.navigate(server.url() + "services/extended-access/");
            page.keyboard().press("Tab");
            assertEquals("Skip to main content", focused(page));
            page.keyboard().press("Enter");
            assertTrue(page.url().endsWith("#wm-main"), page.url());
            page.keyboard().press("Tab");
            assertTrue((boolean) page.evaluate("document.activeElement.closest('main') !== null"));
        }
    }

    @Test
    void numbersPrintedSheetsAndKeepsHeadingsWithTheirText() throws IOException {
        var faults = new ArrayList<String>();
        try (BrowserContext context = Chromium.get().newContext(new NewContextOptions().setBypassCSP(true));
                Page page = context.newPage()) {
            for (String path : List.of(
                    "",
                    "print/",
                    "coverage/",
                    "categories/workforce/",
                    "services/extended-access/",
                    "organisations/south-warwickshire-gp-federation/")) {
                for (String format : List.of("A4", "Letter")) {
                    page.navigate(server.url() + path);
                    PrintedSheets sheets = PrintedSheets.of(page, format);
                    sheets.faults("Directory of federation services")
                            .forEach(fault -> faults.add(path + " on " + format + ": " + fault));
                    assertTrue(sheets.sheets().size() > 1, path);
                    if (path.matches("(services|organisations)/.+")) {
                        assertEquals(sheets.sheetOf("At a glance"), sheets.sheetOf("Last reviewed"), path);
                    }
                    assertEquals(path.equals("coverage/") ? 1 : 0, sheets.count("All services"), path);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static int weight(Collection<String> addresses) {
        return addresses.stream()
                .map(url -> folder.resolve(url.substring(server.url().length())))
                .mapToInt(file -> Gzip.size(Files.isDirectory(file) ? file.resolve("index.html") : file))
                .sum();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    private static BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
        return Chromium.get()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(javaScript));
    }
}
