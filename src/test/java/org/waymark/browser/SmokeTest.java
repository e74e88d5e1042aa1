package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
            page.locator("form.finder-bar").waitFor();
            page.locator("summary").nth(1).click();
            page.getByLabel(Pattern.compile("^\\s*Midlands \\(")).check();
            assertThat(page).hasURL(server.url() + "case-studies/?region=midlands");
            assertThat(page.locator(".finder-count")).containsText("in the Midlands");
        }
        assertEquals(List.of(), complaints);
    }
}
