package org.waymark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.publish.Publisher;
import org.waymark.source.SourceFile;

/** The real Apache, with the {@code .htaccess} of a site below a path of a domain. */
@Thorough("needs Apache")
class ApacheTest {
    private static final String ROOT = "/a.b/c%C3%A9/";

    private final HttpClient client = HttpClient.newHttpClient();

    private Path site;
    private InstalledServer apache;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Path domain = folder.resolve("domain");
        site = domain.resolve("a.b/cé");
        String service = "content/services/extended-access.md";
        String text = TestProject.small().content().stream()
                .filter(file -> file.path().equals(service))
                .findFirst()
                .orElseThrow()
                .text();
        var project = TestProject.smallWith(
                SourceFile.of(service, text.replaceFirst("---\n", "---\nformer-ids: [evening-access]\n")),
                SourceFile.of(
                        "content/gone.yaml",
                        "- was: service/night-care\n  name: Night care\n  since: 2024-06-30\n  reason: It ended.\n"));
        var settings = new Settings(TestProject.SETTINGS.asOf(), Optional.of("https://example.org" + ROOT));
        try (var publisher = new Publisher(site, site, false)) {
            BuiltSite.of(project, settings).files().forEach(publisher::stage);
            publisher.publish(Map.of());
        }
        apache = Apache.start(domain, folder.resolve("work"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (apache != null) {
            apache.stop();
        }
    }

    @Test
    void keepsWhatTheSiteAsksOfAHost() throws Exception {
        List<String> lines = Files.readAllLines(site.resolve("_headers"));
        for (String path : List.of("", "nowhere", "services/", "services/evening-access/", "services/night-care/")) {
            for (String line : lines.subList(1, 5)) {
                String[] parts = line.strip().split(": ", 2);
                assertEquals(parts[1], header(get(path), parts[0]), path);
            }
        }
        String css = "assets/" + firstAsset(".css");
        assertEquals("public, max-age=31536000, immutable", header(get(css), "Cache-Control"));
        assertEquals("public, max-age=300, must-revalidate", header(get(""), "Cache-Control"));
        assertEquals("public, max-age=300, must-revalidate", header(get("manifest.webmanifest"), "Cache-Control"));
        assertEquals("text/css; charset=utf-8", header(get(css), "Content-Type"));
        assertEquals("text/html; charset=utf-8", header(get("services/"), "Content-Type"));
        assertEquals("application/manifest+json", header(get("manifest.webmanifest"), "Content-Type"));
        assertEquals("gzip", header(get(css, "Accept-Encoding", "gzip"), "Content-Encoding"));
        assertEquals("*", header(get("data/service.json"), "Access-Control-Allow-Origin"));

        HttpResponse<String> missing = get("assets/nowhere.css");
        assertEquals(404, missing.statusCode());
        assertEquals(Files.readString(site.resolve("404.html")), missing.body());
        assertEquals("", header(missing, "Cache-Control"));

        HttpResponse<String> moved = get("services/evening-access/?x=1");
        assertEquals(301, moved.statusCode());
        assertEquals(
                URI.create(apache.url() + ROOT + "services/extended-access/?x=1"),
                URI.create(header(moved, "Location")));

        HttpResponse<String> gone = get("services/night-care/");
        assertEquals(410, gone.statusCode());
        assertEquals(Files.readString(site.resolve("services/night-care/index.html")), gone.body());

        for (String path : List.of(".waymark/manifest", ".htaccess", "_headers", "_nginx.conf", "%5fredirects")) {
            assertTrue(List.of(403, 404).contains(get(path).statusCode()), path);
        }
    }

    private String firstAsset(String ending) throws IOException {
        try (var files = Files.list(site.resolve("assets"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(apache.url() + ROOT + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
