package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.ManyCaseStudies;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** The case-study finder as people use it, under a content security policy that allows only the site's own files. */
@Thorough("drives a browser")
class FinderTest {
    private static final int COUNT = 180;
    private static final String BASE = "templates/layout/base.ftlh";
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";

    @TempDir
    static Path folder;

    private static WebServer server;

    private BrowserContext context;
    private Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void publish() throws IOException {
        Chromium.get();
        Project project = ManyCaseStudies.project(COUNT);
        SourceFile base = project.templates().stream()
                .filter(file -> file.path().equals(BASE))
                .findFirst()
                .orElseThrow();
        SourceFile strict = SourceFile.of(
                BASE, base.text().replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\">\n" + POLICY));
        BuiltSite.publish(
                BuiltSite.of(TestProject.with(project, List.of(strict), List.of()), TestProject.SETTINGS)
                        .files(),
                folder);
        server = new WebServer(folder, "/below/a/path/");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        open(true);
    }

    private void open(boolean javaScript) {
        if (context != null) {
            context.close();
        }
        context = Chromium.get().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.location().contains("favicon")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void logsNothingToTheConsole() {
        context.close();
        assertEquals(List.of(), errors);
    }

    @Test
    void combinesFiltersWithoutReloading() {
        visit("case-studies/");
        choose("Service or category", "The service-3");
        choose("Region", "London");
        int count = ManyCaseStudies.count(COUNT, 3, "London");
        status(count + " case studies in London: The service-3.");
        assertEquals(count, cards().count());
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies in London: The service-3");
        PlaywrightAssertions.assertThat(page).hasTitle("Case studies in London: The service-3 – A small directory");
        assertEquals("?service=service-3&region=london", query());
        assertEquals(List.of("The service-3 ×", "London ×"), chips());
    }

    @Test
    void showsCountsAndHidesEmptyChoices() {
        visit("case-studies/");
        choose("Kind of organisation", ManyCaseStudies.KINDS.get(1));
        choose("Region", "Midlands");
        Map<String, Long> expected = IntStream.range(0, COUNT)
                .filter(i -> ManyCaseStudies.kind(i).equals(ManyCaseStudies.KINDS.get(1)))
                .filter(i -> ManyCaseStudies.region(i).equals("Midlands"))
                .boxed()
                .flatMap(i -> ManyCaseStudies.services(i).stream())
                .collect(Collectors.groupingBy(service -> "The service-" + service, Collectors.counting()));
        List<String> options = select("Service or category").locator("option").allTextContents();
        assertEquals(
                expected.entrySet().stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .sorted()
                        .toList(),
                options.stream()
                        .filter(text -> text.startsWith("The service"))
                        .sorted()
                        .toList());
        assertTrue(expected.size() < 12, "the test needs a service that is not offered");
        assertTrue(options.stream().noneMatch(text -> text.endsWith("(0)")), options.toString());
    }

    @Test
    void choosesAWholeCategory() {
        visit("case-studies/");
        choose("Service or category", "All of The first category");
        long count = IntStream.range(0, COUNT)
                .filter(i -> ManyCaseStudies.services(i).stream().anyMatch(service -> service < 6))
                .count();
        status(count + " case studies: The first category. Page 1 of " + (count + 23) / 24 + ".");
        assertEquals("?category=first", query());
    }

    @Test
    void removesAFilterByItsChipAndKeepsFocus() {
        visit("case-studies/?service=service-3&region=london&kind=gp-federation");
        chip("London").press("Enter");
        assertEquals("?service=service-3&kind=gp-federation", query());
        PlaywrightAssertions.assertThat(chip("GP federation")).isFocused();
        chip("GP federation").press("Enter");
        PlaywrightAssertions.assertThat(chip("The service-3")).isFocused();
        chip("The service-3").press("Enter");
        PlaywrightAssertions.assertThat(select("Service or category")).isFocused();
        assertEquals("", query());
        assertEquals(List.of(), chips());
        status(COUNT + " case studies, newest first. Page 1 of 8.");
    }

    @Test
    void clearsAllFilters() {
        visit("case-studies/by-region/london/?service=service-3");
        page.getByText("Clear all").press("Enter");
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        assertEquals("?region=", query());
        PlaywrightAssertions.assertThat(select("Service or category")).isFocused();
        assertEquals(0, page.getByText("Clear all").count());
        page.reload();
        status(COUNT + " case studies, newest first. Page 1 of 8.");
    }

    @Test
    void goesBackAndForward() {
        visit("case-studies/");
        choose("Service or category", "The service-3");
        choose("Region", "London");
        page.goBack();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies: The service-3");
        assertEquals(List.of("The service-3 ×"), chips());
        page.goBack();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies");
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        page.goForward();
        page.goForward();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies in London: The service-3");
    }

    @Test
    void restoresFiltersFromTheAddress() {
        visit("case-studies/?region=midlands&page=2");
        int count = (int) IntStream.range(0, COUNT)
                .filter(i -> ManyCaseStudies.region(i).equals("Midlands"))
                .count();
        status(count + " case studies in the Midlands. Page 2 of " + (count + 23) / 24 + ".");
        assertTrue(select("Region").locator("option:checked").textContent().startsWith("Midlands ("));
    }

    @Test
    void ignoresInvalidAddressParameters() {
        visit("case-studies/?region=atlantis&service=%3Cb%3E&page=-7&x=y");
        PlaywrightAssertions.assertThat(select("Region")).isVisible();
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        visit("case-studies/?region=london&page=9999");
        status(Pattern.compile(".* in London\\. Page (\\d+) of \\1\\."));
    }

    @Test
    void startsWithTheFilterOfThePage() {
        visit("case-studies/by-region/london/");
        assertEquals(List.of("London ×"), chips());
        choose("Service or category", "The service-3");
        assertEquals("?service=service-3", query());
        status(ManyCaseStudies.count(COUNT, 3, "London") + " case studies in London: The service-3.");
        choose("Region", "Midlands");
        assertEquals("?service=service-3&region=midlands", query());
    }

    @Test
    void replacesThePagesServiceWithACategory() {
        visit("case-studies/by-service/service-3/");
        choose("Service or category", "All of The second category");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies: The second category");
        PlaywrightAssertions.assertThat(page.locator("#wm-chips .chip")).hasCount(1);
    }

    @Test
    void changesPagesWithoutReloading() {
        visit("case-studies/");
        choose("Region", "London");
        status(Pattern.compile(".* in London\\. Page 1 of \\d+\\."));
        Locator next = page.getByText("Next page");
        assertEquals("?region=london&page=2", next.getAttribute("href").replaceFirst(".*\\?", "?"));
        next.press("Enter");
        status(Pattern.compile(".* in London\\. Page 2 of \\d+\\."));
        PlaywrightAssertions.assertThat(page.locator("#wm-results")).isFocused();
        assertEquals("?region=london&page=2", query());
        choose("Kind of organisation", "GP federation");
        assertEquals("?region=london&kind=gp-federation", query());
    }

    @Test
    void worksWithTheKeyboardOnly() {
        visit("case-studies/");
        PlaywrightAssertions.assertThat(select("Region")).isVisible();
        for (int i = 0; i < 40 && !isFocused(select("Region")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("Mid");
        status(Pattern.compile(".* in the Midlands\\. Page 1 of \\d+\\."));
        PlaywrightAssertions.assertThat(select("Region")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(chip("Midlands")).isFocused();
        page.keyboard().press("Space");
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        PlaywrightAssertions.assertThat(select("Region")).isFocused();
    }

    @Test
    void announcesResultsPolitely() {
        visit("case-studies/");
        page.evaluate("document.querySelector('.finder-count').kept = true");
        choose("Region", "London");
        status(Pattern.compile(".* in London\\. .*"));
        assertEquals(true, page.evaluate("document.querySelector('.finder-count').kept"));
    }

    @Test
    void reportsNoMatches() {
        int service = IntStream.range(0, 12)
                .filter(candidate -> IntStream.range(0, COUNT)
                        .noneMatch(i -> ManyCaseStudies.services(i).contains(candidate)
                                && ManyCaseStudies.region(i).equals("Midlands")
                                && ManyCaseStudies.kind(i).equals(ManyCaseStudies.KINDS.get(1))))
                .findFirst()
                .orElseThrow();
        visit("case-studies/?service=service-" + service + "&region=midlands&kind=trust-partners-one");
        status("No case studies in the Midlands: The service-" + service + ", " + ManyCaseStudies.KINDS.get(1) + ".");
        assertEquals(0, cards().count());
        assertEquals(3, chips().size());
    }

    @Test
    void loadsOnlyWhatItShows() {
        visit("case-studies/");
        PlaywrightAssertions.assertThat(select("Region")).isVisible();
        assertEquals(List.of("facets.js"), data());
        choose("Region", "London");
        status(Pattern.compile(".* in London\\. .*"));
        assertTrue(data().size() <= 1 + 24, data().toString());
    }

    @Test
    void makesTheSameCardsAsThePages() {
        open(false);
        visit("case-studies/by-region/london/");
        String fixed =
                page.locator("#wm-list > ul").evaluate("e => e.outerHTML").toString();
        String paging = page.locator("#wm-list > nav").textContent();
        open(true);
        visit("case-studies/by-region/midlands/?region=london");
        status(Pattern.compile(".* in London\\. .*"));
        assertEquals(
                fixed,
                page.locator("#wm-list > ul").evaluate("e => e.outerHTML").toString());
        assertEquals(
                paging.replaceAll("\\s+", ""),
                page.locator("#wm-list > nav").textContent().replaceAll("\\s+", ""));
    }

    @Test
    void linksToSingleFilterPagesWithoutJavaScript() {
        open(false);
        visit("case-studies/");
        assertEquals(0, page.locator("select").count());
        page.locator("summary").nth(1).click();
        page.locator("details[open] a").getByText("London").click();
        assertEquals("Case studies in London", page.locator("h1").textContent());
        assertTrue(page.url().endsWith("/case-studies/by-region/london/"));
        page.getByText("Next page").click();
        assertTrue(page.locator(".finder-count").textContent().contains("Page 2 of"));
        page.locator(".chip").click();
        assertTrue(page.url().endsWith("/case-studies/"));
    }

    @Test
    void worksFromAFolderOnDisk() {
        page.navigate(folder.resolve("case-studies/index.html").toUri().toString());
        choose("Service or category", "The service-3");
        choose("Region", "London");
        status(ManyCaseStudies.count(COUNT, 3, "London") + " case studies in London: The service-3.");
        assertEquals("?service=service-3&region=london", query());
        page.goBack();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies: The service-3");
        cards().first().locator("a").click();
        assertTrue(page.locator("h1").textContent().startsWith("Study "));
    }

    @Test
    void hasNoAxeViolations() {
        for (String path : List.of("case-studies/", "case-studies/by-region/london/page-2/?service=service-3")) {
            visit(path);
            PlaywrightAssertions.assertThat(select("Region")).isVisible();
            assertEquals(List.of(), Axe.violationsInEveryLook(page));
        }
        page.setViewportSize(320, 800);
        assertFalse(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private void visit(String path) {
        page.navigate(server.url() + path);
    }

    private Locator select(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Chooses an option by its text, ignoring the count. */
    private void choose(String label, String text) {
        Locator select = select(label);
        String value = select.locator("option")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + " \\(")))
                .getAttribute("value");
        select.selectOption(value);
    }

    private void status(String text) {
        PlaywrightAssertions.assertThat(page.locator(".finder-count[role=status]"))
                .hasText(text);
    }

    private void status(Pattern text) {
        PlaywrightAssertions.assertThat(page.locator(".finder-count[role=status]"))
                .hasText(text);
    }

    private Locator cards() {
        return page.locator("#wm-list > ul > li");
    }

    private Locator chip(String text) {
        return page.getByLabel("Remove filter: " + text, new Page.GetByLabelOptions().setExact(true));
    }

    private List<String> chips() {
        return page.locator("#wm-chips .chip").allTextContents();
    }

    private static boolean isFocused(Locator locator) {
        return (Boolean) locator.evaluate("e => e === document.activeElement");
    }

    private String query() {
        return (String) page.evaluate("location.search");
    }

    /** The data files that were loaded. */
    private List<String> data() {
        return requests.stream()
                .filter(url -> url.contains("/finder/"))
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .toList();
    }
}
