package org.waymark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.SmallSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.browser.Chromium;
import org.waymark.publish.Publisher;
import org.waymark.source.SourceFile;

/** The real nginx, with the configuration generated with each site, at the root of a domain. */
@Thorough("needs nginx")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxTest {
    private static final String GONE =
            "- was: service/night-care\n  name: Night care\n  since: 2024-06-30\n  reason: The contract ended.\n";

    private final String root = root();

    private final HttpClient client = HttpClient.newHttpClient();

    private Path folder;

    private Path site;
    private InstalledServer nginx;

    /** The path of the site. */
    String root() {
        return "/";
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        Path domain = folder.resolve("domain");
        site = domain.resolve(URI.create(root).getPath().substring(1));
        String service = "content/services/extended-access.md";
        String text = TestProject.small().content().stream()
                .filter(file -> file.path().equals(service))
                .findFirst()
                .orElseThrow()
                .text();
        String settingsFile = "content/site.yaml";
        var project = TestProject.smallWith(
                SourceFile.of(service, text.replaceFirst("---\n", "---\nformer-ids: [evening-access]\n")),
                SourceFile.of("content/gone.yaml", GONE),
                SourceFile.of(
                        settingsFile,
                        SmallSite.original(settingsFile)
                                + "data: [tables, oruk-api]\nidentity: 0b1a3c9e-7f55-4b36-a1a8-2f6d0e4c9b21\n"),
                SourceFile.of(
                        "content/shape/kinds/organisation.yaml",
                        "extends: shape\nhsds: {type: organization, properties: {website: [website]}}\n"),
                SourceFile.of("content/shape/kinds/service.yaml", """
                        extends: shape
                        fields:
                          organisation: {type: reference, to: organisation, help: who offers it}
                        hsds: {type: service, properties: {organization: [organisation]}}
                        """));
        var settings = new Settings(TestProject.SETTINGS.asOf(), Optional.of("https://example.org" + root));
        try (var publisher = new Publisher(site, site, true)) {
            BuiltSite.of(project, settings).files().forEach(publisher::stage);
            publisher.publish(Map.of());
        }
        nginx = Nginx.start(domain, site, folder.resolve("work"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.stop();
        }
    }

    @Test
    void sendsContentTypes() throws Exception {
        assertEquals("text/html; charset=utf-8", header(get(root), "Content-Type"));
        assertEquals("text/html; charset=utf-8", header(get(root + "services/extended-access/"), "Content-Type"));
        assertEquals("application/xml; charset=utf-8", header(get(root + "feed.xml"), "Content-Type"));
        assertEquals("text/plain; charset=utf-8", header(get(root + "robots.txt"), "Content-Type"));
        assertEquals("application/manifest+json", header(get(root + "manifest.webmanifest"), "Content-Type"));
        assertEquals("text/css; charset=utf-8", header(get(asset(".css")), "Content-Type"));
        assertEquals("text/javascript; charset=utf-8", header(get(asset(".js")), "Content-Type"));
        assertEquals("image/svg+xml", header(get(asset(".svg")), "Content-Type"));
        assertEquals("image/png", header(get(asset(".png")), "Content-Type"));
    }

    /** The headers in both configuration formats must be the same. */
    @Test
    void sendsTheSameHeadersAsOtherHosts() throws Exception {
        List<String> lines = Files.readAllLines(site.resolve("_headers"));
        List<String> everywhere = lines.stream()
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
        assertTrue(everywhere.size() >= 4);
        for (String path : List.of(root, root + "nowhere", root + "services/evening-access/", asset(".css"))) {
            HttpResponse<String> answer = get(path);
            for (String line : everywhere) {
                String[] parts = line.split(": ", 2);
                assertEquals(List.of(parts[1]), answer.headers().allValues(parts[0]), path);
            }
        }
        int rules = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i + 1).startsWith("  Cache-Control: ")) {
                for (String path : published(lines.get(i))) {
                    HttpResponse<String> answer = get(path);
                    assertEquals(200, answer.statusCode(), path);
                    assertEquals(
                            List.of(lines.get(i + 1).substring("  Cache-Control: ".length())),
                            answer.headers().allValues("Cache-Control"),
                            path);
                    rules++;
                }
            }
        }
        assertTrue(rules > 10);
    }

    /** Addresses that a rule applies to and that do not redirect. */
    private List<String> published(String rule) throws IOException {
        String path = rule.substring(root.length());
        if (!path.endsWith("*")) {
            return List.of(rule);
        }
        Path below = site.resolve(path.substring(0, path.length() - 1));
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        List<String> moved = Files.readAllLines(site.resolve("_redirects")).stream()
                .map(line -> line.split(" ")[0])
                .toList();
        try (Stream<Path> files = Files.walk(below)) {
            // Files such as .htaccess are for other hosts.
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .map(file -> root + site.relativize(file).toString().replaceFirst("index\\.html$", ""))
                    .filter(address -> !moved.contains(address) && !address.equals(root + "services/night-care/"))
                    .sorted()
                    .limit(3)
                    .toList();
        }
    }

    @Test
    void sendsTheEncodingThatABrowserAccepts() throws Exception {
        for (String path : List.of(root, asset(".css"), root + "nowhere")) {
            String plain = get(path).body();
            assertEquals("Accept-Encoding", header(get(path), "Vary"), path);
            HttpResponse<byte[]> zipped =
                    client.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            assertEquals("gzip", header(zipped, "Content-Encoding"), path);
            assertEquals("Accept-Encoding", header(zipped, "Vary"), path);
            assertEquals(header(get(path), "Content-Type"), header(zipped, "Content-Type"), path);
            try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertEquals(plain, new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
            }
        }
        assertEquals(
                Optional.empty(),
                send(request(asset(".png")).header("Accept-Encoding", "gzip"))
                        .headers()
                        .firstValue("Content-Encoding"));
    }

    @Test
    void redirectsFormerAddressesWithTheirQueries() throws Exception {
        List<String> lines = Files.readAllLines(site.resolve("_redirects")).stream()
                .filter(line -> line.endsWith(" 301"))
                .toList();
        assertTrue(lines.contains(root + "services/evening-access/ " + root + "services/extended-access/ 301"));
        for (String line : lines) {
            String[] parts = line.split(" ");
            HttpResponse<String> moved = get(parts[0] + "?x=1&y=a%20b");
            assertEquals(301, moved.statusCode());
            assertEquals(parts[1] + "?x=1&y=a%20b", header(moved, "Location"));
            assertEquals(parts[1], header(get(parts[0]), "Location"));
        }
    }

    /** As programs ask for them, and by the names of their files; for pages of other sites too. */
    @Test
    void answersAtTheAddressesOfTheInterface() throws Exception {
        String api = root + "api/";
        String file;
        try (Stream<Path> files = Files.list(site.resolve("api/organizations"))) {
            file = files.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f-]{36}\\.json"))
                    .findFirst()
                    .orElseThrow();
        }
        Map<String, String> names = Map.of(
                "",
                "index.json",
                "organizations",
                "organizations/index.json",
                "organizations?page=1",
                "organizations/index.json",
                "organizations/" + file.replace(".json", ""),
                "organizations/" + file,
                "organizations/" + file,
                "organizations/" + file);
        for (Map.Entry<String, String> name : names.entrySet()) {
            HttpResponse<String> answer = get(api + name.getKey());
            assertEquals(Files.readString(site.resolve("api/" + name.getValue())), answer.body(), name.getKey());
            assertEquals("application/json", header(answer, "Content-Type"), name.getKey());
            assertEquals("*", header(answer, "Access-Control-Allow-Origin"), name.getKey());
            assertEquals("public, max-age=300, must-revalidate", header(answer, "Cache-Control"), name.getKey());
        }
        assertEquals(
                404,
                get(api + "organizations/00000000-0000-0000-0000-000000000000").statusCode());
        assertEquals("application/x-ndjson", header(get(root + "data/changes.jsonl"), "Content-Type"));
    }

    @Test
    void redirectsToFoldersWithoutTheServersName() throws Exception {
        HttpResponse<String> moved = get(root + "services?x=1");
        assertEquals(301, moved.statusCode());
        assertEquals(root + "services/?x=1", header(moved, "Location"));
    }

    @Test
    void reportsAMissingPage() throws Exception {
        String page = Files.readString(site.resolve("404.html"));
        for (String path : List.of("nowhere", "services/nowhere/", "assets/nowhere.css", "assets/", "services/%00")) {
            HttpResponse<String> answer = get(root + path);
            if (!path.contains("%00")) {
                assertEquals(404, answer.statusCode(), path);
                assertEquals(page, answer.body(), path);
            }
            assertTrue(answer.statusCode() >= 400, path);
            if (answer.statusCode() == 404) {
                assertEquals("no-cache", header(answer, "Cache-Control"), path);
            }
        }
    }

    @Test
    void saysThatARemovedEntryIsGone() throws Exception {
        HttpResponse<String> answer = get(root + "services/night-care/?x=1");
        assertEquals(410, answer.statusCode());
        assertEquals(Files.readString(site.resolve("services/night-care/index.html")), answer.body());
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    }

    @Test
    void doesNotServeInternalFiles() throws Exception {
        for (String path : List.of(
                ".waymark/manifest",
                ".waymark/lock",
                ".nojekyll",
                "%2ewaymark/manifest",
                "assets/../.waymark/manifest",
                "_headers",
                "_redirects",
                "_nginx.conf",
                ".htaccess",
                "%5fnginx.conf")) {
            assertEquals(404, get(root + path).statusCode(), path);
        }
    }

    @Test
    void servesNothingOutsideTheDomain() throws Exception {
        Files.writeString(folder.resolve("secret"), "secret");
        for (String path : List.of("../secret", "../../../secret", "assets/..%2f..%2fsecret", "%2e%2e/secret")) {
            for (String start : List.of(root, root + "assets/../")) {
                HttpResponse<String> answer = get(start + path);
                assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, start + path);
                assertFalse(answer.body().equals("secret"));
            }
        }
    }

    @Test
    void allowsOnlyReading() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> answer =
                    send(request(root + "services/").method(method, HttpRequest.BodyPublishers.ofString("x")));
            assertEquals(405, answer.statusCode(), method);
        }
        HttpResponse<String> head = send(request(root).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void supportsConditionalRequests() throws Exception {
        String tag = header(get(root), "ETag");
        assertEquals(304, send(request(root).header("If-None-Match", tag)).statusCode());
    }

    @Test
    void showsAPageInABrowserWithoutErrors() {
        try (BrowserContext context = Chromium.get().newContext()) {
            var complaints = new ArrayList<String>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onRequestFailed(request -> complaints.add(request.url()));
            page.onResponse(response -> {
                if (response.status() >= 400) {
                    complaints.add(response.status() + " " + response.url());
                }
            });
            page.navigate(nginx.url() + root + "services/evening-access/");
            assertEquals(nginx.url() + root + "services/extended-access/", page.url());
            assertFalse(page.locator("h1").textContent().isBlank());
            assertEquals(List.of(), complaints);
        }
    }

    private String asset(String ending) throws IOException {
        try (Stream<Path> files = Files.list(site.resolve("assets"))) {
            return root + "assets/"
                    + files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ending))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(nginx.url() + path)).version(HttpClient.Version.HTTP_1_1);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    String header(HttpResponse<?> response, String name) {
        List<String> values = response.headers().allValues(name);
        assertEquals(1, values.size(), () -> response.uri() + " " + response.statusCode() + " " + name + " " + values);
        return values.get(0);
    }
}
