package org.waymark.tool.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.TestImages;
import org.waymark.Thorough;
import org.waymark.render.OutputFile;

/** The server as browsers and attackers see it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreviewServerTest {
    private static final String STUDY = "content/case-studies/evening-hubs.md";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    /** Served once for all tests that change nothing. */
    private static PreviewedProject unchanged;

    @TempDir
    private Path folder;

    private PreviewedProject project;

    @BeforeAll
    static void serve(@TempDir Path shared) throws IOException, InterruptedException {
        unchanged = new PreviewedProject(shared.resolve("project"), "/spec-base").serve();
    }

    @BeforeEach
    void use() {
        project = unchanged;
    }

    @AfterEach
    void stop() {
        if (project != unchanged) {
            project.close();
        }
    }

    @AfterAll
    static void stopAll() {
        unchanged.close();
    }

    /** Serves a project for one test, which may change it. */
    private void serveOwn() throws IOException, InterruptedException {
        project = new PreviewedProject(folder.resolve("project"), "/spec-base").serve();
    }

    @Test
    void servesTheFilesOfABuildWithOneMoreScriptInPages() throws Exception {
        for (OutputFile file : project.fresh().files()) {
            HttpResponse<byte[]> response = get(file.path());
            assertEquals(200, response.statusCode(), file.path());
            assertEquals(
                    "no-store", response.headers().firstValue("Cache-Control").orElse(""));
            if (file instanceof OutputFile.Made made) {
                String body = new String(response.body(), StandardCharsets.UTF_8)
                        .replaceFirst("<script src=\"/_waymark/[^>]*></script>", "");
                assertEquals(new String(made.bytes(), StandardCharsets.UTF_8), body, file.path());
            } else {
                assertArrayEquals(Files.readAllBytes(((OutputFile.Copied) file).source()), response.body());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, text/html; charset=utf-8",
        "services/, 200, text/html; charset=utf-8",
        "services/index.html, 200, text/html; charset=utf-8",
        "services/?a=b, 200, text/html; charset=utf-8",
        "images/bus.svg, 200, image/svg+xml",
        "feed.xml, 200, application/xml; charset=utf-8",
        "manifest.webmanifest, 200, application/manifest+json",
        "search/index.js, 200, text/javascript; charset=utf-8",
        "_waymark/, 200, text/html; charset=utf-8",
        "_waymark/preview.js, 200, text/javascript; charset=utf-8",
        "_waymark/preview.css, 200, text/css; charset=utf-8",
        "_waymark/Preview.class, 404, text/plain; charset=utf-8",
        "_waymark/../services/, 404, text/plain; charset=utf-8",
        "unknown, 404, text/html; charset=utf-8",
        "SERVICES/, 404, text/html; charset=utf-8",
        "services//, 404, text/html; charset=utf-8",
        "content/site.yaml, 404, text/html; charset=utf-8",
        "../content/site.yaml, 404, text/html; charset=utf-8",
        "%2e%2e/content/site.yaml, 404, text/html; charset=utf-8",
        "..%2f..%2f..%2fetc/passwd, 404, text/html; charset=utf-8",
        "..%5c..%5cetc%5cpasswd, 404, text/html; charset=utf-8",
        "images/%00, 404, text/html; charset=utf-8",
        "images/bus.svg%00.png, 404, text/html; charset=utf-8",
        "%ff%fe, 404, text/html; charset=utf-8",
        "/etc/passwd, 400, text/plain; charset=utf-8",
        "%zz, 400, ''",
    })
    void answersForAPath(String path, int status, String type) throws IOException {
        String answer =
                raw("GET /" + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        if (!type.isEmpty()) {
            assertTrue(answer.contains("Content-type: " + type + "\r\n"), answer);
        }
        assertFalse(answer.contains("\tat "), answer);
    }

    @Test
    void redirectsToTheAddressThatEndsInASlash() throws Exception {
        HttpResponse<byte[]> response = get("services/extended-access?q=1");
        assertEquals(302, response.statusCode());
        assertEquals(
                project.server.url() + "services/extended-access/?q=1",
                response.headers().firstValue("Location").orElse(""));
    }

    @Test
    void redirectsToNoOtherHost() throws Exception {
        serveOwn();
        project.replace("content/site.yaml", "directory.example.org/", "example.org//evil.test/");
        PreviewedProject.await("the site in its folder", () -> get("").statusCode() == 302);
        assertEquals(
                project.server.url() + "/evil.test/",
                get("").headers().firstValue("Location").orElse(""));
    }

    @Test
    void servesASiteInAFolder() throws Exception {
        serveOwn();
        project.replace("content/site.yaml", "directory.example.org/", "example.org/sub/");
        PreviewedProject.await("the site in its folder", () -> get("sub/").statusCode() == 200);
        assertEquals(
                project.server.url() + "sub/",
                get("").headers().firstValue("Location").orElse(""));
        assertEquals(
                project.server.url() + "sub/",
                get("sub").headers().firstValue("Location").orElse(""));
        assertEquals(404, get("services/").statusCode());
        assertEquals(200, get("sub/services/").statusCode());
        assertTrue(text(get("sub/unknown")).contains("href=\"/sub/services/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "LOCALHOST:PORT"})
    void answersToItsOwnNames(String host) throws IOException {
        assertTrue(request("GET", "/", "Host: " + host.replace("PORT", "" + port()))
                .startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:PORT",
                "Host: localhost",
                "Host: localhost:1",
                "Host: localhost.evil.example:PORT",
                "Host: evil.example@localhost:PORT",
                "Host: 127.0.0.1.nip.io:PORT",
                "Host: ",
                "X-Host: localhost:PORT",
                "Host: localhost:PORT\r\nHost: evil.example"
            })
    void refusesForeignNames(String host) throws IOException {
        String answer = request("GET", "/", host.replace("PORT", "" + port()));
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("answers only at"), answer);
        assertFalse(answer.contains("directory"), answer);
    }

    @Test
    void refusesAnAddressOfAnotherHost() throws IOException {
        String answer = request("GET", "http://evil.example/", "Host: localhost:" + port());
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "WAYMARK"})
    void takesNothing(String method) throws IOException {
        String answer = request(method, "/", "Host: localhost:" + port());
        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertTrue(answer.contains("Allow: GET, HEAD\r\n"), answer);
    }

    @Test
    void answersToHeadWithoutABody() throws IOException {
        String answer = request("HEAD", "/", "Host: localhost:" + port());
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("Content-length: "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://evil.example", "https://localhost:PORT", "http://localhost:1"})
    void notifiesOnlyItsOwnPages(String origin) throws IOException {
        String answer = request(
                "GET",
                "/_waymark/events",
                "Host: localhost:" + port() + "\r\nOrigin: " + origin.replace("PORT", "" + port()));
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    }

    @Test
    void reportsWhatHasChangedSinceThePageWasBuilt() throws Exception {
        serveOwn();
        try (var events = new Events("since=0")) {
            assertTrue(events.next().contains("\"/case-studies/evening-hubs/\""));
            project.replace(STUDY, "title:", "titel:");
            String broken = events.next();
            assertTrue(broken.contains("\"errors\":2"), broken);
            assertTrue(broken.contains("unknown-field"), broken);
            project.replace(STUDY, "titel:", "title:");
            assertTrue(events.next().contains("\"errors\":0"));
        }
        try (var events = new Events("since=999999999999999")) {
            assertTrue(events.next().contains("\"changed\":[]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "since=", "since=x", "since=99999999999999999999999", "since=-1", "a=b&c"})
    void sendsEverythingToAClientWithoutAnEdition(String query) throws Exception {
        try (var events = new Events(query)) {
            assertTrue(events.next().contains("\"/case-studies/evening-hubs/\""));
        }
    }

    @Test
    @Thorough("waits for many connections")
    void isNotHeldUpByPagesThatListen() throws Exception {
        serveOwn();
        var open = new ArrayList<Events>();
        try {
            for (int i = 0; i < 300; i++) {
                open.add(new Events("since=0"));
            }
            assertEquals(200, get("services/").statusCode());
            project.write(STUDY, project.read(STUDY) + "\nMore.\n");
            for (Events events : open) {
                String first = events.next();
                assertTrue(events.next().length() > 0, first);
            }
        } finally {
            for (Events events : open) {
                events.close();
            }
        }
        assertEquals(200, get("services/").statusCode());
    }

    @Test
    void isNotHeldUpByRequestsThatDoNotEnd() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 50; i++) {
                var socket = new Socket("127.0.0.1", port());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertEquals(200, get("services/").statusCode());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void survivesInvalidRequests() throws Exception {
        for (String line : List.of("", "\r\n", "GET", "GET /", "\0\0\0\0", "GET / HTTP/9.9", "G".repeat(100_000))) {
            raw(line + "\r\n\r\n");
        }
        raw("GET / HTTP/1.1\r\nHost: localhost:" + port() + "\r\n" + "X: y\r\n".repeat(500) + "\r\n");
        assertEquals(200, get("services/").statusCode());
    }

    @Test
    void servesNoPictureThatIsGoneOrNowALink() throws Exception {
        serveOwn();
        Files.writeString(folder.resolve("secret.png"), "secret");
        Files.write(project.path("content/images/bus.png"), TestImages.png(4, 3, new byte[0], ""));
        PreviewedProject.await("the new picture", () -> isServed("images/bus.png"));
        // Paused, so the server has no time to notice that the picture is gone.
        project.stopWatching();
        Files.delete(project.path("content/images/bus.png"));
        assertEquals(404, get("images/bus.png").statusCode());
        Files.createSymbolicLink(project.path("content/images/bus.png"), folder.resolve("secret.png"));
        assertEquals(404, get("images/bus.png").statusCode());
    }

    private boolean isServed(String path) {
        try {
            return get(path).statusCode() == 200;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsTheStateOfTheContent() throws Exception {
        serveOwn();
        project.replace("content/site.yaml", "title:", "severities:\n  overdue-review: warning\ntitle:");
        project.replace(STUDY, "published: 2025-02-01", "published: 2025-02-01\nreview-by: 2025-02-02");
        project.write(
                "content/glossary.yaml",
                project.read("content/glossary.yaml") + "- term: A<b>\n  definition: A term.\n");
        project.replace(
                STUDY, "Three hubs open until 8pm.", "Three hubs " + "and more ".repeat(12) + "open <late> at night.");
        PreviewedProject.await("its state", () -> text(get("_waymark/")).contains("A&lt;b&gt;</a>"));
        String state = text(get("_waymark/"));
        for (String part : List.of(
                "<span class=\"warning\">warning</span> the review was due by 2025-02-02",
                "<code>" + STUDY + ":15:12</code> <a href=\"/case-studies/evening-hubs/\">the page</a>",
                "<summary>February 2025: 1, <span class=\"warning\">1 overdue</span></summary>",
                "<th scope=\"row\"><a href=\"/services/extended-access/\">Extended access</a>",
                " words: Three hubs and more and more")) {
            assertTrue(state.contains(part), part + " in " + state);
        }
        assertFalse(state.contains("<late>"), state);
    }

    @Test
    void showsErrorsFirstAndAFewWarningsOfARule() throws Exception {
        serveOwn();
        project.write(
                "content/pages/about.md",
                "---\ntitle: About\nsummary: About it.\n---\n\n"
                        + "Read [here](introduction.md).\n\n".repeat(120)
                        + "Read [the other page](nowhere.md).\n");
        PreviewedProject.await("its state", () -> text(get("_waymark/")).contains("120 warnings"));
        String state = text(get("_waymark/"));
        int error = state.indexOf("nowhere.md");
        int group = state.indexOf("<h3>vague-link-text: 120 warnings</h3>");
        int rest = state.indexOf("<details><summary>115 more</summary>");
        assertTrue(error > 0 && error < group && group < rest, state);
        assertEquals(5, state.substring(group, rest).split("<li>", -1).length - 1);
        String end = "<p>And 15 more: <code>waymark check --show-all --rule vague-link-text</code></p>";
        assertEquals(100, state.substring(rest, state.indexOf(end, rest)).split("<li>", -1).length - 1);
    }

    @Test
    void showsFindingsIfThereIsNoSiteYet() throws Exception {
        try (var broken = new PreviewedProject(folder.resolve("broken"), "/spec-base")) {
            broken.replace(STUDY, "title: ", "title: <script>alert(1)</script> \nx: ");
            broken.serve();
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(broken.server.url() + "services/"))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(503, response.statusCode());
            assertTrue(text(response).contains("error[unknown-field]"), text(response));
            assertFalse(text(response).contains("<script>"), text(response));
        }
    }

    @Test
    void doesNotBindAPortInUse() {
        assertThrows(BindException.class, () -> PreviewServer.bind(port(), fault -> {}));
    }

    /** The events that a page receives. */
    private final class Events implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", port());
        private final InputStream in;
        private final StringBuilder read = new StringBuilder();

        Events(String query) throws IOException {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /_waymark/events?" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            in = socket.getInputStream();
        }

        String next() throws IOException {
            while (true) {
                int start = read.indexOf("data: ");
                int end = start < 0 ? -1 : read.indexOf("\n\n", start);
                if (end >= 0) {
                    String event = read.substring(start, end);
                    read.delete(0, end);
                    return event;
                }
                byte[] some = new byte[8192];
                int count = in.read(some);
                assertTrue(count > 0, "the stream has ended after: " + read);
                read.append(new String(some, 0, count, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private int port() {
        return URI.create(project.server.url()).getPort();
    }

    private HttpResponse<byte[]> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(project.server.url() + path))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String request(String method, String target, String headers) throws IOException {
        return raw(method + " " + target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return ""; // refused by closing the connection
        }
    }
}
