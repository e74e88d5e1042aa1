package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.ProjectReader;

/**
 * Every control on a page of each template: focused, hovered, open and with nothing found, in every theme that readers
 * can choose.
 */
@Thorough("drives a browser")
class StatesTest {
    private static final List<String> PAGES = List.of(
            "",
            "services/",
            "categories/enhanced-services/",
            "services/extended-access/",
            "case-studies/",
            "case-studies/by-region/midlands/",
            "case-studies/evening-hubs/",
            "organisations/",
            "organisations/taurus-healthcare/",
            "regions/",
            "regions/midlands/",
            "coverage/",
            "about/",
            "glossary/",
            "a-to-z/",
            "whats-new/",
            "search/",
            "print/",
            "404.html");

    @TempDir
    static Path folder;

    private static WebServer server;

    @BeforeAll
    static void publish() throws IOException {
        var project = ProjectReader.read(TestProject.resource("/golden"));
        BuiltSite.publish(BuiltSite.of(project, TestProject.SETTINGS).files(), folder);
        server = new WebServer(folder, "/sub/");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyControlIsVisibleAndNamedInEveryTheme() {
        var found = new ArrayList<String>();
        try (BrowserContext context = context();
                Page page = context.newPage()) {
            for (String path : PAGES) {
                visit(page, path);
                inEveryLook(page, path, found);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void openAndEmptyStatesAreVisibleAndNamedToo() {
        var found = new ArrayList<String>();
        try (BrowserContext context = context();
                Page page = context.newPage()) {
            visit(page, "services/visa-sponsorship/");
            page.locator("button.term").first().click();
            check(page, "body", found);
            assertTrue((boolean) page.evaluate("""
                    () => {
                      const term = document.querySelector("button.term").getBoundingClientRect();
                      const card = document.querySelector(":popover-open").getBoundingClientRect();
                      return card.bottom <= term.top || card.top >= term.bottom;
                    }"""), "the card is not on the term");

            visit(page, "case-studies/");
            page.locator("form.finder-bar summary").nth(1).click();
            check(page, "details[open]", found);

            visit(page, "case-studies/?region=midlands&service=visa-sponsorship");
            page.locator("#wm-chips .chip").first().waitFor();
            check(page, "main", found);

            visit(page, "");
            page.locator("#wm-q").pressSequentially("visa");
            page.locator(".suggestions li").first().waitFor();
            check(page, "header", found);

            visit(page, "search/?q=zzzzz");
            page.locator("#wm-status:not(:empty)").waitFor();
            check(page, "main", found);
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyLayoutFitsTheNarrowestScreenAndWideSpacing() {
        var found = new ArrayList<String>();
        try (BrowserContext context = context();
                Page page = context.newPage()) {
            for (String path : PAGES) {
                visit(page, path);
                page.setViewportSize(1280, 800);
                ask(page, "unevenRows", path + " 1280", found);
                page.setViewportSize(320, 800);
                for (String question : List.of("tooWide", "crowdedMaps", "unevenRows")) {
                    ask(page, question, path + " 320", found);
                }
                page.evaluate("states.space()");
                ask(page, "tooWide", path + " spaced", found);
                ask(page, "cutText", path + " spaced", found);
            }
        }
        assertEquals(List.of(), found);
    }

    /** The tab key follows the reading order, and everything it reaches has a name. */
    @Test
    void theKeyboardFollowsTheTextAndScreenReadersNameEverything() {
        var found = new ArrayList<String>();
        try (BrowserContext context = context();
                Page page = context.newPage()) {
            for (String path : PAGES) {
                visit(page, path);
                List<String> names = focusableNames(page);
                if (names.stream().anyMatch(String::isBlank)) {
                    found.add(path + " has a control without a name: " + names);
                }
            }
            visit(page, "services/visa-sponsorship/");
            List<String> reached = new ArrayList<>();
            List<String> expected = focusableNames(page);
            for (int i = 0; i < expected.size(); i++) {
                page.keyboard().press("Tab");
                reached.add((String) page.evaluate("document.activeElement.textContent.trim()"));
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!expected.get(i).contains(reached.get(i))) {
                    found.add("tab " + i + " reaches “" + reached.get(i) + "”, not “" + expected.get(i) + "”");
                    break;
                }
            }
            visit(page, "coverage/");
            assertTrue(
                    focusableNames(page).stream().anyMatch("1 case study: Extended access, Midlands"::equals),
                    focusableNames(page).toString());
            visit(page, "regions/");
            assertTrue(
                    focusableNames(page).stream().anyMatch(name -> name.matches("Midlands: \\d+ case stud(y|ies)")),
                    focusableNames(page).toString());
            visit(page, "case-studies/");
            assertTrue(
                    focusableNames(page).stream().anyMatch(name -> name.matches("Region Any region.*")),
                    focusableNames(page).toString());
        }
        assertEquals(List.of(), found);
    }

    /** On the bundled directory, whose full text is on that page, axe would take a minute. */
    @Test
    void printPageMeetsAccessibilityGuidelines() {
        try (BrowserContext context = context();
                Page page = context.newPage()) {
            visit(page, "print/");
            assertEquals(List.of(), Axe.violationsInEveryLook(page));
        }
    }

    /** @param within the part to check while the focus is in it, since it may close when the focus moves elsewhere */
    private static void check(Page page, String within, List<String> found) {
        found.addAll(Axe.violations(page));
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            ask(page, "focus('" + within + "')", page.url() + " " + scheme, found);
        }
    }

    private static void inEveryLook(Page page, String path, List<String> found) {
        for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 800);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                ask(page, "focus", path + " " + width + " " + scheme, found);
                ask(page, "hover", path + " " + width + " " + scheme, found);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setReducedMotion(ReducedMotion.REDUCE));
        ask(page, "focus", path + " forced colours", found);
        ask(page, "motion", path, found);
        if (page.locator(".legend").isVisible()) {
            found.add(path + " explains shades that forced colours do not show");
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    private static void ask(Page page, String question, String where, List<String> found) {
        ((List<?>) page.evaluate("states." + question + (question.endsWith(")") ? "" : "()")))
                .forEach(fault -> found.add(where + ": " + fault));
    }

    /** The names of everything focusable, in the order in which screen readers read it. */
    private static List<String> focusableNames(Page page) {
        var session = page.context().newCDPSession(page);
        try {
            var nodes = new LinkedHashMap<String, JsonObject>();
            session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes").forEach(node -> {
                nodes.put(node.getAsJsonObject().get("nodeId").getAsString(), node.getAsJsonObject());
            });
            var names = new ArrayList<String>();
            read(nodes.values().iterator().next(), nodes, names);
            return names;
        } finally {
            session.detach();
        }
    }

    private static void read(JsonObject node, Map<String, JsonObject> nodes, List<String> names) {
        if (isFocusable(node)) {
            names.add(node.getAsJsonObject("name").get("value").getAsString());
        }
        for (JsonElement child : node.getAsJsonArray("childIds")) {
            if (nodes.containsKey(child.getAsString())) {
                read(nodes.get(child.getAsString()), nodes, names);
            }
        }
    }

    private static boolean isFocusable(JsonObject node) {
        return !node.get("ignored").getAsBoolean()
                && node.has("properties")
                && !node.getAsJsonObject("role").get("value").getAsString().equals("RootWebArea")
                && StreamSupport.stream(node.getAsJsonArray("properties").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .anyMatch(property -> property.get("name").getAsString().equals("focusable"));
    }

    private static void visit(Page page, String path) {
        page.navigate(server.url() + path);
        if (path.startsWith("case-studies/") && !path.contains("evening")) {
            page.locator("form.finder-bar").waitFor();
        }
    }

    private static BrowserContext context() {
        BrowserContext context = Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        context.addInitScript(TestProject.resource("/browser/states.js"));
        return context;
    }
}
