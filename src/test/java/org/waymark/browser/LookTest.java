package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.ProjectReader;

/** Every page layout, as browsers show it. */
@Thorough("drives a browser")
class LookTest {
    private static final List<String> PAGES = List.of(
            "",
            "services/",
            "categories/enhanced-services/",
            "services/extended-access/",
            "services/visa-sponsorship/",
            "case-studies/evening-hubs/",
            "organisations/",
            "organisations/taurus-healthcare/",
            "regions/",
            "regions/london/",
            "regions/midlands/",
            "coverage/",
            "about/",
            "glossary/",
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
    void nothingOverflowsTheNarrowestScreen() {
        var wide = new ArrayList<String>();
        try (Page page = open(320, ColorScheme.LIGHT)) {
            for (String path : PAGES) {
                page.navigate(server.url() + path);
                if ((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                    wide.add(path);
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    /** On the bundled directory, whose full text is on that page, axe would take a minute. */
    @Test
    void printPageMeetsAccessibilityGuidelines() {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            page.navigate(server.url() + "print/");
            assertEquals(List.of(), Axe.violationsInEveryLook(page));
        }
    }

    @Test
    void everyMapRegionIsFocusableAndLabelled() {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            page.navigate(server.url() + "regions/");
            var names = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                page.keyboard().press("Tab");
                Object name = page.evaluate(
                        "document.activeElement.closest('svg') && document.activeElement.getAttribute('aria-label')");
                if (name != null) {
                    names.add(name.toString());
                    assertTrue(
                            (boolean)
                                    page.evaluate(
                                            "getComputedStyle(document.activeElement.querySelector('path')).strokeWidth === '6px'"),
                            "focus is seen on " + name);
                }
            }
            assertEquals(7, names.size(), names.toString());
            assertTrue(names.get(0).matches("East of England (no|[0-9]+) case stud(y|ies)"), names.get(0));
        }
    }

    private static Page open(int width, ColorScheme scheme) {
        return Chromium.get()
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(width, 800).setColorScheme(scheme));
    }
}
