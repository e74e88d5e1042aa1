package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private boolean hasScript;
    private BrowserContext context;
    private Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void publish() throws IOException {
        Chromium.get();
        Project project = withFormerNames(ManyCaseStudies.project(COUNT));
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

    /** Regions used to be areas, London was the capital, and a service had another name. */
    private static Project withFormerNames(Project project) throws IOException {
        SourceFile service = project.content().stream()
                .filter(file -> file.path().equals("content/services/service-3.md"))
                .findFirst()
                .orElseThrow();
        return TestProject.with(
                project,
                List.of(
                        SourceFile.of(
                                service.path(),
                                service.text().replaceFirst("summary:", "former-ids: [service-three]\nsummary:")),
                        changed("kinds/case-study.yaml", "{word: region,", "{word: region, former-words: [area],"),
                        changed(
                                "vocabularies/regions.yaml",
                                "- id: london\n",
                                "- id: london\n    former-ids: [the-capital]\n")),
                List.of());
    }

    /** A file of the shape with a text in place of another one. */
    private static SourceFile changed(String file, String old, String changed) throws IOException {
        String name = "/org/waymark/shapes/services-with-examples/" + file;
        try (InputStream in = Objects.requireNonNull(FinderTest.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(old), file);
            return SourceFile.of("content/shape/" + file, text.replace(old, changed));
        }
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
        hasScript = javaScript;
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
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies");
        PlaywrightAssertions.assertThat(page).hasTitle("Case studies in London: The service-3 – A small directory");
        assertEquals("?service=service-3&region=london", query());
        assertEquals(List.of("The service-3 ×", "London ×"), chips());
    }

    @Test
    void oldLinksToFiltersKeepWorking() {
        visit("case-studies/?service=service-three&area=the-capital#wm-results");
        status(ManyCaseStudies.count(COUNT, 3, "London") + " case studies in London: The service-3.");
        assertEquals("?service=service-3&region=london", query());
        assertTrue(page.url().endsWith("#wm-results"), page.url());
        visit("case-studies/?area=midlands&page=2");
        assertEquals("?region=midlands&page=2", query());
        assertEquals(List.of("Midlands ×"), chips());
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
        summary("Service or category").click();
        List<String> options = filter("Service or category").locator("label").allTextContents().stream()
                .map(String::strip)
                .toList();
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
        PlaywrightAssertions.assertThat(summary("Service or category")).isFocused();
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
        PlaywrightAssertions.assertThat(summary("Service or category")).isFocused();
        assertEquals(0, page.getByText("Clear all").count());
        page.reload();
        status(COUNT + " case studies, newest first. Page 1 of 8.");
    }

    @Test
    void findsAnyOfSeveralChoicesInAFilter() {
        visit("case-studies/");
        choose("Region", "London");
        choose("Region", "Midlands");
        choose("Service or category", "The service-3");
        int count = ManyCaseStudies.count(COUNT, 3, "London") + ManyCaseStudies.count(COUNT, 3, "Midlands");
        status(Pattern.compile(count + " case studies: The service-3, (London, Midlands|Midlands, London)\\..*"));
        assertEquals(3, chips().size());
        page.reload();
        status(Pattern.compile(count + " case studies: .*"));
        PlaywrightAssertions.assertThat(summary("Region")).containsText("London, Midlands");
    }

    /** The options that somebody is about to choose stay where they are. */
    @Test
    void movesNothingAboveTheResults() {
        visit("case-studies/");
        page.setViewportSize(360, 640);
        summary("Region").click();
        Locator box = filter("Region").locator("input").last();
        Object before = box.evaluate("box => box.getBoundingClientRect().top + scrollY");
        filter("Region").locator("input").first().check();
        status(Pattern.compile(".* case studies in .*"));
        assertEquals(before, box.evaluate("box => box.getBoundingClientRect().top + scrollY"));
        PlaywrightAssertions.assertThat(filter("Region").locator("input").first())
                .isFocused();
    }

    @Test
    void goesBackAndForward() {
        visit("case-studies/");
        choose("Service or category", "The service-3");
        choose("Region", "London");
        page.goBack();
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        assertEquals(List.of(), chips());
        page.goForward();
        status(ManyCaseStudies.count(COUNT, 3, "London") + " case studies in London: The service-3.");
        visit("case-studies/?region=london");
        page.getByText("Next page").click();
        status(Pattern.compile(".* Page 2 of .*"));
        choose("Kind of organisation", "GP federation");
        page.goBack();
        status(Pattern.compile(".* in London\\. Page 2 of .*"));
    }

    @Test
    void restoresFiltersFromTheAddress() {
        visit("case-studies/?region=midlands&page=2");
        int count = (int) IntStream.range(0, COUNT)
                .filter(i -> ManyCaseStudies.region(i).equals("Midlands"))
                .count();
        status(count + " case studies in the Midlands. Page 2 of " + (count + 23) / 24 + ".");
        PlaywrightAssertions.assertThat(summary("Region")).containsText("Midlands");
    }

    @Test
    void ignoresInvalidAddressParameters() {
        visit("case-studies/?region=atlantis&service=%3Cb%3E&page=-7&x=y");
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
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies in London");
        choose("Region", "Midlands");
        assertEquals("?service=service-3&region=london&region=midlands", query());
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case studies");
    }

    @Test
    void addsACategoryToTheServiceOfThePage() {
        visit("case-studies/by-service/service-3/");
        choose("Service or category", "All of The second category");
        page.reload();
        PlaywrightAssertions.assertThat(page)
                .hasTitle(Pattern.compile("Case studies: The second category, The service-3 .*"));
        PlaywrightAssertions.assertThat(page.locator("#wm-chips .chip")).hasCount(2);
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
        for (int i = 0; i < 40 && !isFocused(summary("Region")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        Locator midlands =
                page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Midlands ")));
        for (int i = 0; i < 20 && !isFocused(midlands); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        status(Pattern.compile(".* in the Midlands\\. Page 1 of \\d+\\."));
        PlaywrightAssertions.assertThat(midlands).isFocused();
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(midlands).isHidden();
        PlaywrightAssertions.assertThat(summary("Region")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(chip("Midlands")).isFocused();
        page.keyboard().press("Space");
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        PlaywrightAssertions.assertThat(summary("Region")).isFocused();
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
        Locator near = page.locator("#wm-list button");
        PlaywrightAssertions.assertThat(near.first()).hasText(Pattern.compile("Without .*: \\d+ case stud(y|ies)"));
        assertEquals(List.of(), Axe.violations(page));
        String wanted = near.first().textContent().replaceFirst(".*: ", "");
        near.first().click();
        status(Pattern.compile(wanted + "[ :.].*"));
        PlaywrightAssertions.assertThat(page.locator("#wm-results")).isFocused();
    }

    @Test
    void loadsOnlyWhatItShows() {
        visit("case-studies/");
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
        assertEquals(0, page.locator("input[type=checkbox]").count());
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
        status(COUNT + " case studies, newest first. Page 1 of 8.");
        cards().first().locator("a").click();
        assertTrue(page.locator("h1").textContent().startsWith("Study "));
    }

    @Test
    void hasNoAxeViolations() {
        for (String path : List.of("case-studies/", "case-studies/by-region/london/page-2/?service=service-3")) {
            visit(path);
            summary("Service or category").click();
            assertEquals(List.of(), Axe.violations(page));
        }
        page.setViewportSize(320, 800);
        assertFalse(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private void visit(String path) {
        page.navigate(server.url() + path);
        if (hasScript) {
            page.locator("form.finder-bar").waitFor();
        }
    }

    private Locator filter(String label) {
        return page.locator("details.finder-group")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary"))
                        .setHasText(Pattern.compile("^\\s*" + label)));
    }

    private Locator summary(String label) {
        return filter(label).locator("summary");
    }

    /** Ticks a choice by its text, ignoring the count. */
    private void choose(String label, String text) {
        if (filter(label).getAttribute("open") == null) {
            summary(label).click();
        }
        filter(label)
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + text + " \\(")))
                .click();
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
        return page.locator("#wm-list > .cards > li");
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
