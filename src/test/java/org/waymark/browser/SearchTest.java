package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.Gzip;
import org.waymark.Settings;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.search.Analysis;
import org.waymark.search.GeneratedContent;
import org.waymark.search.IndexFile;
import org.waymark.search.IndexFiles;
import org.waymark.search.IndexFilesTest;
import org.waymark.source.ProjectReader;

/** Search in the directory of this repository, under the strictest policy that its pages allow. */
@Thorough("drives a browser through the bundled site")
class SearchTest {
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";
    private static final Settings SETTINGS = new Settings(LocalDate.of(2026, 11, 21), Optional.empty());

    /** The number of questions in the resources without a good result; may only fall. */
    private static final int MOST_UNANSWERED = 6;

    @TempDir
    static Path site;

    static WebServer server;

    private final List<String> faults = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void publish() throws IOException {
        BuiltSite.publish(
                BuiltSite.of(ProjectReader.read(Path.of("")), SETTINGS).files(), site);
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                String html = Files.readString(file);
                if (!html.contains("Content-Security-Policy")) {
                    Files.writeString(file, html.replace("<head>", "<head>" + POLICY));
                }
            }
        }
        server = new WebServer(site, "/below/");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        page = Chromium.get().newPage();
        watch(page);
    }

    @AfterEach
    void close() {
        page.close();
        assertEquals(List.of(), faults);
    }

    /** Opens the search page, which loads its scripts for the first query. */
    private void openLoaded() {
        page.navigate(server.url() + "search/?q=visa");
        page.waitForSelector("#wm-results mark");
    }

    private void watch(Page watched) {
        watched.onConsoleMessage(message -> {
            boolean fault = message.type().equals("error") || message.type().equals("warning");
            if (fault && !message.location().contains("favicon.ico")) {
                faults.add(message.text());
            }
        });
        watched.onPageError(faults::add);
        watched.onRequest(request -> {
            if (!request.url().startsWith(server.url())
                    && !request.url().startsWith(site.toUri().toString())) {
                faults.add(request.url());
            }
        });
    }

    @Test
    void analysesTextsLikeJava() throws IOException {
        openLoaded();
        Object wrong = page.evaluate(
                "table => JSON.parse(table).filter(row => JSON.stringify(waymarkSearch.stems(row.text)) !== JSON.stringify(row.stems))",
                Files.readString(TestProject.resource("/search/analysis.json")));
        assertEquals(List.of(), wrong);
    }

    /** Pseudo-random texts of everything that the two could handle differently; the same in every run. */
    @Test
    void analysesRandomTextsLikeJava() {
        List<String> pieces = List.of(
                " ",
                " ",
                "&",
                "and",
                "A",
                "E",
                "'",
                "’",
                "ʼ",
                "-",
                "‑",
                ",",
                ".",
                "1",
                "000",
                "12",
                "covid",
                "twelve",
                "co",
                "x",
                "e",
                "re",
                "ing",
                "ies",
                "ation",
                "ational",
                "ed",
                "ly",
                "s",
                "'s",
                "practis",
                "vaccin",
                "Ÿ",
                "é",
                "e\u0301",
                "ß",
                "ẞ",
                "æ",
                "İ",
                "ı",
                "ς",
                "Σ",
                "ο",
                "ﬁ",
                "Ａ",
                "ä",
                "ø",
                "Ł",
                "ŉ",
                "Å",
                "½",
                "²",
                "Ⅻ",
                "٣",
                "中",
                "ใ",
                "\u200D",
                "\u00AD",
                "\uD83D\uDE8C",
                "\uD835\uDD1E",
                "\n",
                "\u00A0",
                "\u2028",
                "—",
                "the",
                "/",
                "_");
        var random = new Random(1);
        var table = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 5000; i++) {
            String text = IntStream.rangeClosed(0, random.nextInt(8))
                    .mapToObj(piece -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            table.add(Map.of("text", text, "stems", Analysis.stems(text)));
        }
        openLoaded();
        Object wrong = page.evaluate(
                "table => table.map(row => ({ ...row, here: waymarkSearch.stems(row.text) }))"
                        + ".filter(row => JSON.stringify(row.here) !== JSON.stringify(row.stems)).slice(0, 5)",
                table);
        assertEquals(List.of(), wrong);
    }

    @Test
    void findsWhatReadersLookFor() throws IOException {
        openLoaded();
        Object wrong = page.evaluate("""
                async (table) => {
                  const wrong = [];
                  for (const row of JSON.parse(table)) {
                    const found = await waymarkSearch.find(row.query);
                    const paths = found.hits.slice(0, 3).map((hit) => hit.shown.path);
                    const right = row.first ? paths[0] === row.first : paths.includes(row.among);
                    if (!right) wrong.push(row.query + ": " + paths.join(" "));
                  }
                  return wrong;
                }
                """, Files.readString(TestProject.resource("/search/queries.json")));
        assertEquals(List.of(), wrong);
    }

    /** Questions of managers, commissioners, clinicians and the public, each with pages that answer it. */
    @Test
    void answersTheQuestionsOfReaders() throws IOException {
        openLoaded();
        @SuppressWarnings("unchecked")
        var unanswered =
                (List<String>) page.evaluate("""
                async (table) => {
                  const wrong = [];
                  for (const { query, among } of JSON.parse(table)) {
                    const { hits } = await waymarkSearch.find(query);
                    const paths = hits.slice(0, 3).map((hit) => hit.shown.path);
                    if (!paths.some((path) => among.includes(path))) wrong.push(query + ": " + paths.join(" "));
                  }
                  return wrong;
                }
                """, Files.readString(TestProject.resource("/search/questions.json")));
        assertTrue(unanswered.size() <= MOST_UNANSWERED, () -> String.join("\n", unanswered));
    }

    @Test
    void suggestsWhileSomebodyTypes() {
        page.navigate(server.url() + "services/");
        var loaded = new ArrayList<String>();
        page.onRequest(request -> loaded.add(request.url()));
        Locator field = page.locator(".find-top input");
        assertEquals(List.of(), loaded);
        field.click();
        field.pressSequentially("visa spo");
        Locator options = page.locator("[role=option]");
        assertThat(options.first()).containsText("Visa sponsorship");
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertEquals(List.of(), Axe.violations(page));
        page.keyboard().press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "wm-suggestion-0");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(options.first()).not().isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/services/visa-sponsorship/");
        page.goBack();
        field.click();
        field.pressSequentially("xqz");
        page.waitForTimeout(500);
        assertThat(page.locator(".find-top [role=status]")).hasText("");
        assertThat(field).hasAttribute("aria-expanded", "false");
    }

    @Test
    void findsARegionByPostcode() {
        page.navigate(server.url() + "search/?q=TR1+2XN");
        Locator first = page.locator("#wm-results li").first();
        assertThat(first.locator("h2")).hasText("South West");
        assertThat(first.locator(".meta").first()).hasText("Includes postcodes that begin with TR");
    }

    @Test
    void showsThePartOfATextThatMatches() {
        page.navigate(server.url() + "search/?q=newspaper+column+housebound");
        assertThat(page.locator("#wm-results .excerpt mark").first()).isVisible();
        page.navigate(server.url() + "search/?q=icb");
        assertThat(page.locator("#wm-results .defines p").first()).containsText("NHS organisation");
    }

    @Test
    void waitsBeforeItSaysThatNothingWasFound() {
        page.navigate(server.url() + "search/");
        Locator field = page.locator("#wm-q");
        field.pressSequentially("xqz");
        page.waitForTimeout(600);
        assertThat(page.locator("#wm-status")).hasText("");
        assertThat(page.locator("#wm-status")).hasText("Nothing was found for “xqz”.");
    }

    @Test
    void showsLabelledResultsFromAnyPage() {
        page.navigate(server.url() + "services/extended-access/");
        page.getByRole(AriaRole.SEARCHBOX).fill("visa sponsership");
        page.keyboard().press("Enter");
        Locator first = page.locator("#wm-results li").first();
        assertThat(first.locator("h2")).hasText("Visa sponsorship");
        assertThat(first.locator(".meta").last()).containsText("Service");
        assertEquals("Visa", page.locator("#wm-results mark").first().textContent());
        assertTrue(status().endsWith("Showing results for “sponsorship”."), status());
        page.locator("#wm-results a").first().click();
        page.waitForURL("**/services/visa-sponsorship/");
    }

    @Test
    void keepsTheQueryInTheAddressAndHistory() {
        page.navigate(server.url() + "search/?q=extended+access");
        assertThat(page.locator("#wm-results h2").first()).hasText("Extended access");
        Locator field = page.locator("#wm-q");
        assertEquals("extended access", field.inputValue());
        field.fill("");
        field.pressSequentially("nimb");
        assertThat(page.locator("#wm-results h2").first()).hasText("Nimbuscare");
        assertThat(page).hasURL(Pattern.compile(".*/search/\\?q=nimb$"));
        page.goBack();
        assertThat(page.locator("#wm-results h2").first()).hasText("Extended access");
        assertEquals("extended access", field.inputValue());
    }

    @Test
    void reportsNoResultsAndSuggestsAlternatives() {
        page.navigate(server.url() + "search/?q=zzyzx");
        assertThat(page.locator("#wm-status")).hasText("Nothing was found for “zzyzx”.");
        assertTrue(page.locator("#wm-browse a").first().isVisible());
        assertEquals("status", page.locator("#wm-status").getAttribute("role"));
    }

    @Test
    void showsMoreWithTheKeyboardOnly() {
        page.navigate(server.url() + "search/?q=federation");
        Locator more = page.locator(".show-more").first();
        assertThat(more).isVisible();
        int before = page.locator("#wm-results li").count();
        more.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#wm-results a:focus")).hasCount(1);
        assertTrue(page.locator("#wm-results li").count() > before);
    }

    @Test
    void linksToTheAToZWithoutJavaScript() {
        try (BrowserContext context =
                Chromium.get().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page plain = context.newPage();
            plain.navigate(server.url());
            plain.locator("#wm-q").fill("visa");
            plain.keyboard().press("Enter");
            plain.waitForURL("**/search/?q=visa");
            plain.locator("main .chips a")
                    .filter(new Locator.FilterOptions().setHasText("E"))
                    .click();
            plain.waitForURL("**/a-to-z/#e");
            assertThat(plain.locator(
                            "li", new Page.LocatorOptions().setHasText("Enhanced access, see Extended access")))
                    .isVisible();
        }
    }

    @Test
    void worksFromAFolderOnDisk() {
        page.navigate(site.resolve("regions/london/index.html").toUri().toString());
        page.locator("#wm-q").fill("social prescribing");
        page.keyboard().press("Enter");
        assertThat(page.locator("#wm-results h2").first()).hasText("Social prescribing link worker service");
        page.locator("#wm-results a").first().click();
        assertThat(page.locator("h1")).hasText("Social prescribing link worker service");
        page.locator(".find-top input").fill("ICB");
        assertThat(page.locator("[role=option]").first()).containsText("ICB");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/glossary/index.html#icb");
    }

    @Test
    void meetsAccessibilityGuidelines() {
        for (String path : List.of("search/?q=social+perscribing", "search/?q=zzyzx", "search/", "a-to-z/")) {
            page.navigate(server.url() + path);
            if (path.endsWith("perscribing")) {
                assertThat(page.locator("#wm-results h2").first()).isVisible();
            }
            assertEquals(List.of(), Axe.violationsInEveryLook(page));
        }
    }

    @Test
    void hasNoLayoutShift() {
        page.navigate(server.url() + "search/?q=care");
        assertThat(page.locator("#wm-results h2").first()).isVisible();
        Object shift = page.evaluate(
                "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))"
                        + ".observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 300))");
        assertEquals(0.0, ((Number) shift).doubleValue(), 0.001);
    }

    @Test
    void findsTheSameInAPartitionedIndex() throws IOException {
        var content = GeneratedContent.of(IndexFilesTest.bundled(), 1_000);
        var loaded = new TreeSet<String>();
        Consumer<Request> listen = request -> loaded.add(request.url());
        page.onRequest(listen);
        List<IndexFile> files = IndexFiles.of(content);
        publish(files, "parts/");
        page.navigate(server.url() + "parts/?q=primary+care+network");
        page.waitForSelector("#wm-results mark");
        page.offRequest(listen);
        long weight = loaded.stream()
                .filter(url -> url.endsWith(".js") && !url.contains("/site."))
                .mapToLong(
                        url -> Gzip.size(site.resolve(url.substring(server.url().length()))))
                .sum();
        assertTrue(weight < 80_000, weight + " bytes for a first query in 1,000 case studies");
        List<Object> inParts = findAll(files, "parts/");
        List<Object> inOne = findAll(IndexFiles.of(content, Integer.MAX_VALUE), "one/");
        assertEquals(inOne, inParts);
        assertTrue(inOne.toString().contains("services/visa-sponsorship/"));
    }

    /** The results of each query of the table, with the last letters cut off, and with typing errors. */
    @SuppressWarnings("unchecked")
    private List<Object> findAll(List<IndexFile> files, String folder) throws IOException {
        publish(files, folder);
        page.navigate(server.url() + folder + "?q=visa");
        page.waitForSelector("#wm-results mark");
        return (List<Object>) page.evaluate("""
                async (table) => {
                  const found = [];
                  for (const { query } of JSON.parse(table)) {
                    const swapped = query.length > 5 ? query.slice(0, 2) + query[3] + query[2] + query.slice(4) : query;
                    for (const text of [query, query.slice(0, -2), swapped]) {
                      const { hits } = await waymarkSearch.find(text);
                      found.push({ text, count: hits.length, hits: hits.slice(0, 20).map((hit) => hit.shown.path + " " + hit.score) });
                    }
                  }
                  return found;
                }
                """, Files.readString(TestProject.resource("/search/queries.json")));
    }

    /** A search page with another index. */
    private static void publish(List<IndexFile> files, String folder) throws IOException {
        for (IndexFile file : files) {
            Path target = site.resolve(folder).resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text());
        }
        Files.writeString(
                site.resolve(folder + "index.html"),
                Files.readString(site.resolve("search/index.html")).replace("../search/index.js", "index.js"));
    }

    private String status() {
        return page.locator("#wm-status").textContent();
    }
}
