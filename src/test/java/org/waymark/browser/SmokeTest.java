package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.publish.Publisher;

@Tag("browser")
class SmokeTest {
    @Test
    void showsTheHomePage(@TempDir Path folder) throws IOException {
        Publisher.publish(
                Build.run(TestProject.small(), TestProject.SETTINGS).files().orElseThrow(), folder);
        try (var server = new WebServer(folder, "/");
                var page = Chromium.get().newPage()) {
            page.navigate(server.url());
            assertEquals("A small directory", page.locator("h1").textContent());
        }
    }
}
