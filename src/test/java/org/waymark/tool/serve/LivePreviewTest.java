package org.waymark.tool.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;
import org.waymark.browser.Axe;
import org.waymark.browser.Chromium;

/** What an editor sees in the browser while writing. */
@Thorough("drives a browser, which waits for rebuilds")
class LivePreviewTest {
    private static final String STUDY = "content/case-studies/evening-hubs.md";
    private static final double SLOW = 60_000;

    @TempDir
    private Path folder;

    private PreviewedProject project;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        project = new PreviewedProject(folder, "/spec-base");
        var text = new StringBuilder(project.read(STUDY));
        for (int i = 1; i <= 60; i++) {
            text.append("\nThis is paragraph number ").append(i).append(" of a long text.\n");
        }
        project.write(STUDY, text.toString());
        project.serve();
        page = Chromium.get().newPage(new Browser.NewPageOptions().setViewportSize(1000, 700));
        page.setDefaultTimeout(SLOW);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("favicon")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void stop() {
        page.close();
        project.close();
    }

    @Test
    void reloadsAPageThatHasChangedAndKeepsTheReadersPlace() {
        open("case-studies/evening-hubs/");
        page.evaluate("document.getElementById('wm-q').value = 'half a word'");
        page.evaluate(
                "[...document.querySelectorAll('p')].find(p => p.textContent.includes('number 40 ')).scrollIntoView({behavior: 'instant'})");
        double before = top("number 40 ");
        project.replace(
                STUDY,
                "Patients could not come",
                "A new paragraph that moves all below it.\n\nPatients could not come");
        waitFor(page.getByText("A new paragraph that moves"));
        assertTrue(Math.abs(before) < 100, "seen at first at " + before);
        page.waitForFunction(
                "before => Math.abs([...document.querySelectorAll('p')].find(p => p.textContent.includes('number 40 '))"
                        + ".getBoundingClientRect().top - before) < 3",
                before);
        assertEquals("half a word", page.inputValue("#wm-q"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void leavesAPageAloneThatHasNotChanged() throws InterruptedException {
        open("services/");
        page.evaluate("window.untouched = true");
        int builds = project.rebuilds.size();
        project.replace(STUDY, "Three hubs open until 8pm.", "Three hubs open until 9pm.");
        PreviewedProject.await("a build", () -> project.rebuilds.size() > builds);
        // News of errors arrives over the same stream, after news of the page.
        project.replace(STUDY, "confidence: high", "confidence: huge");
        dialog().waitFor();
        assertEquals(true, page.evaluate("window.untouched"));
    }

    @Test
    void reloadsWhenAStyleSheetHasChanged() {
        open("services/");
        project.write("templates/assets/site.css", "body { background: rgb(1, 2, 3) }");
        page.waitForFunction(
                "() => document.body && getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'");
    }

    @Test
    void showsAPageThatWasNotThere() {
        page.navigate(project.server.url() + "case-studies/second/");
        project.write(
                "content/case-studies/second.md", project.read(STUDY).replace("Evening hubs for", "Second hubs for"));
        waitFor(page.locator("h1").getByText("Second hubs for a county"));
    }

    @Test
    void showsFindingsOverTheLastGoodPageUntilTheyAreFixed() {
        open("case-studies/evening-hubs/");
        project.replace(STUDY, "confidence: high", "confidence: <b>huge</b>");
        dialog().waitFor();
        assertEquals(project.report(), dialog().locator("pre").textContent());
        assertTrue(project.report().contains(STUDY + ":8:13"), project.report());
        assertEquals(
                "Evening hubs for a county", page.locator("h1").textContent().strip());
        assertTrue(dialog().locator("h2").textContent().contains("1 error"));
        project.replace(STUDY, "confidence: <b>huge</b>", "confidence: medium");
        page.waitForFunction("() => !document.querySelector('waymark-preview')");
        waitFor(page.locator("main").getByText("medium").first());
        assertEquals(List.of(), complaints);
    }

    @Test
    void hidesTheOverlayByKeyAndBringsItBack() {
        open("services/");
        project.replace(STUDY, "confidence: high", "confidence: huge");
        dialog().waitFor();
        assertEquals(
                "Hide",
                page.evaluate("document.querySelector('waymark-preview').shadowRoot.activeElement.textContent"));
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(dialog()).isHidden();
        page.reload();
        Locator note = page.locator("waymark-preview .note");
        waitFor(note);
        PlaywrightAssertions.assertThat(dialog()).isHidden();
        note.focus();
        page.keyboard().press("Enter");
        dialog().waitFor();
        // Different errors are reported again.
        page.keyboard().press("Escape");
        project.replace(STUDY, "region: Midlands", "region: Midland");
        waitFor(dialog().locator("h2").getByText("2 errors"));
    }

    @Test
    void collapsesWarnings() {
        open("services/");
        project.write(
                STUDY,
                project.read(STUDY).replace("published: 2025-02-01", "published: 2025-02-01\nreview-by: 2025-02-02"));
        Locator note = page.locator("waymark-preview .note");
        waitFor(note.getByText("1 warning"));
        PlaywrightAssertions.assertThat(dialog()).isHidden();
        note.click();
        dialog().waitFor();
        assertEquals(project.report(), dialog().locator("pre").textContent());
    }

    @Test
    void showsFindingsIfThereWasNeverASite() throws IOException, InterruptedException {
        try (var broken = new PreviewedProject(folder.resolve("broken"), "/spec-base")) {
            broken.replace(STUDY, "confidence: high", "confidence: huge");
            broken.serve();
            page.navigate(broken.server.url() + "services/");
            assertEquals(broken.report(), page.locator("pre").textContent());
            broken.replace(STUDY, "confidence: huge", "confidence: high");
            waitFor(page.locator("h1").getByText("Services"));
        }
    }

    @Test
    void followsTheStateOfTheContent() {
        page.navigate(project.server.healthUrl());
        waitFor(page.getByText("Nothing."));
        project.replace(STUDY, "confidence: high", "confidence: huge");
        waitFor(page.locator(".error").getByText("error"));
        assertFalse(page.locator("dialog").isVisible());
    }

    @Test
    void isEasyToReadInLightAndDark() {
        project.replace(STUDY, "confidence: high", "confidence: huge");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page other = Chromium.get()
                    .newPage(new Browser.NewPageOptions().setColorScheme(scheme).setBypassCSP(true))) {
                other.setDefaultTimeout(SLOW);
                for (String path : List.of("services/", "_waymark/")) {
                    other.navigate(project.server.url() + path);
                    if (!path.startsWith("_")) {
                        other.locator("waymark-preview dialog").waitFor();
                    }
                    assertEquals(List.of(), Axe.violations(other), scheme + " " + path);
                }
            }
        }
    }

    private void open(String path) {
        page.navigate(project.server.url() + path);
    }

    private Locator dialog() {
        return page.locator("waymark-preview dialog");
    }

    private static void waitFor(Locator locator) {
        PlaywrightAssertions.assertThat(locator).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    }

    private double top(String text) {
        return ((Number) page.evaluate(
                        "text => [...document.querySelectorAll('p')].find(p => p.textContent.includes(text)).getBoundingClientRect().top",
                        text))
                .doubleValue();
    }
}
