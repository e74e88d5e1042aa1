package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.source.ProjectReader;

/**
 * Checks that the golden site works in a browser at all: styles, search, finder and policy. The other tests here go
 * into detail.
 */
class SmokeTest {
    @TempDir
    private static Path folder;

    @Test
    void worksInABrowser() throws IOException {
        var project = ProjectReader.read(TestProject.resource("/golden"));
        BuiltSite.publish(BuiltSite.of(project, TestProject.SETTINGS).files(), folder);
        var complaints = new ArrayList<String>();
        try (var server = new WebServer(folder, "/sub/");
                Page page = Chromium.get().newPage()) {
            page.onConsoleMessage(message -> {
                boolean isBad = message.type().equals("error") || message.type().equals("warning");
                if (isBad && !message.location().contains("/favicon.ico")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(server.url())) {
                    complaints.add(request.url());
                }
            });

            page.navigate(server.url() + "services/extended-access/");
            assertTrue((boolean) page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth !== 'none'"));
            page.locator("#wm-q").fill("visa");
            page.keyboard().press("Enter");
            assertThat(page.locator("#wm-results h2").first()).hasText("Visa sponsorship");
            assertEquals(List.of(), Axe.violations(page));

            page.navigate(server.url() + "case-studies/");
            Locator region = page.getByLabel("Region", new Page.GetByLabelOptions().setExact(true));
            region.selectOption(region.locator("option")
                    .filter(new Locator.FilterOptions().setHasText("Midlands ("))
                    .getAttribute("value"));
            assertThat(page).hasURL(server.url() + "case-studies/?region=midlands");
            assertThat(page.locator("h1")).hasText("Case studies in the Midlands");
        }
        assertEquals(List.of(), complaints);
    }
}
