package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

@Thorough("drives a browser")
class ReadingTest {
    private static final String TEXT =
            "---\nname: Extended access\nsummary: Appointments.\ncategory: enhanced-services\n---\n\n"
                    + "A PCN plans it. General practitioners of [a sort](https://www.example.org/) see people.\n\n"
                    + "## What has changed since 2021\n\nMuch.\n";
    private static final String GLOSSARY = """
            - {term: PCN, expansion: primary care network, definition: A group of practices., changed: It is new.}
            - {term: GP, expansion: general practitioner, definition: A doctor.}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void publish() {
        var project = TestProject.smallWith(
                SourceFile.of("content/services/extended-access.md", TEXT),
                SourceFile.of("content/glossary.yaml", GLOSSARY));
        BuiltSite.publish(BuiltSite.of(project, TestProject.SETTINGS).files(), folder);
    }

    @Test
    void explainsATermWithTheKeyboardAndWithoutScript() throws IOException {
        visit(false, page -> {
            Locator term = term(page, "PCN");
            Locator card = page.locator("#wm-term-pcn");
            assertFalse(card.isVisible());
            for (int i = 0; i < 50 && !isFocused(term); i++) {
                page.keyboard().press("Tab");
            }
            assertTrue(isFocused(term));
            page.keyboard().press("Enter");
            assertTrue(card.isVisible());
            assertTrue(card.textContent().contains("primary care network"));
            assertTrue(card.textContent().contains("It is new."));
            page.keyboard().press("Tab");
            assertEquals("PCN in the glossary", page.evaluate("document.activeElement.textContent"));
            page.keyboard().press("Escape");
            assertFalse(card.isVisible());
            assertTrue(isFocused(term));
            page.keyboard().press("Space");
            assertTrue(card.isVisible());
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertFalse(card.isVisible());
        });
    }

    @Test
    void explainsAPhraseOnAnyOfItsWords() throws IOException {
        visit(false, page -> {
            Locator card = page.locator("#wm-term-gp");
            page.getByText("General", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertTrue(card.isVisible());
            page.mouse().click(2, 2);
            assertFalse(card.isVisible());
            term(page, "General practitioners").click();
            assertTrue(card.isVisible());
        });
    }

    @Test
    void keepsTheCardOnANarrowScreen() throws IOException {
        visit(true, page -> {
            page.setViewportSize(320, 480);
            term(page, "PCN").click();
            var box = page.locator("#wm-term-pcn").boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= 320, "wider than the screen");
            assertTrue(box.y >= 0 && box.y + box.height <= 480, "higher than the screen");
        });
    }

    @Test
    void copiesAndPrintsTermsAsText() throws IOException {
        visit(true, page -> {
            Object copied = page.evaluate("() => { const range = document.createRange();"
                    + " range.selectNode(document.querySelector('.prose p')); getSelection().addRange(range);"
                    + " return getSelection().toString().trim(); }");
            assertEquals("A PCN plans it. General practitioners of a sort see people.", copied);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertEquals("none", term(page, "PCN").evaluate("term => getComputedStyle(term).textDecorationLine"));
        });
    }

    @Test
    void showsCardsBelowTheTextInBrowsersWithoutPopovers() throws IOException {
        try (var server = new WebServer(folder, "/");
                var page = Chromium.get().newPage()) {
            page.addInitScript("delete HTMLElement.prototype.popover");
            page.navigate(server.url() + "services/extended-access/");
            page.locator("button.term").first().click();
            assertEquals("#wm-term-pcn", page.evaluate("location.hash"));
        }
    }

    /** The whole golden site, which has every kind of page, from a server below a path, and every third page from disk. */
    @Test
    void noPageViolatesItsOwnPolicy(@TempDir Path site) throws IOException {
        BuiltSite.publish(
                BuiltSite.of(ProjectReader.read(TestProject.resource("/golden")), TestProject.SETTINGS)
                        .files(),
                site);
        var errors = new ArrayList<String>();
        int visited = 0;
        try (var server = new WebServer(site, "/sub/");
                Page page = Chromium.get().newPage()) {
            page.onConsoleMessage(message -> {
                boolean bad = message.type().equals("error") || message.type().equals("warning");
                // Browsers request it by default if a page declares no icon.
                if (bad && !message.location().contains("/favicon.ico")) {
                    errors.add(page.url() + " " + message.text());
                }
            });
            page.onPageError(error -> errors.add(page.url() + " " + error));
            for (String path : pages(site)) {
                page.navigate(server.url() + path);
                if (path.equals("404.html") || visited++ % 3 != 0) {
                    continue; // the first is shown at any depth, so it refers to its files from the root of the server
                }
                page.navigate(site.resolve(path).toUri().toString());
                assertFalse(
                        page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")
                                .equals("none"),
                        "no style: " + path);
            }
        }
        assertEquals(List.of(), errors);
    }

    /** All pages except redirects, whose targets are in the list anyway. */
    private static List<String> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            var pages = new ArrayList<String>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                if (!Files.readString(file).contains("http-equiv=\"refresh\"")) {
                    pages.add(site.relativize(file).toString().replace('\\', '/'));
                }
            }
            return pages;
        }
    }

    private static Locator term(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("element => element === document.activeElement");
    }

    private interface Visit {
        void to(Page page);
    }

    private static void visit(boolean script, Visit visit) throws IOException {
        try (var server = new WebServer(folder, "/");
                var context = Chromium.get().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script))) {
            Page page = context.newPage();
            page.navigate(server.url() + "services/extended-access/");
            visit.to(page);
        }
    }
}
