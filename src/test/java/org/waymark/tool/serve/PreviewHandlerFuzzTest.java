package org.waymark.tool.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;

/**
 * Sends any request to the preview: each is answered once, with a file of the site, one of the preview's own pages or a
 * refusal; and only one that names this machine receives any content.
 */
@Timeout(60)
class PreviewHandlerFuzzTest {
    private static final SlowClients SLOW_READERS = new SlowClients();

    private static final Set<Integer> STATUS = Set.of(200, 302, 400, 403, 404, 405, 503);
    private static final Set<String> HOSTS = Set.of("localhost:4000", "127.0.0.1:4000", "[::1]:4000");
    private static final Set<String> OWN =
            Set.of("/_waymark/", "/_waymark/preview.js", "/_waymark/preview.css", "/_waymark/health.css");

    private static PreviewHandler requests;
    private static Map<String, OutputFile> files;

    @BeforeAll
    static void showTheSmallSite() {
        BuiltSite site = BuiltSite.of(TestProject.small(), TestProject.SETTINGS);
        files = new TreeMap<>();
        site.files().forEach(file -> files.put(file.path(), file));
        requests = new PreviewHandler(
                HostNames.ofThisMachine(4000), new EventStreams(Runnable::run, SLOW_READERS), SLOW_READERS, fault -> {
                    throw new AssertionError(fault);
                });
        requests.show(new PreviewState(
                7,
                SiteFiles.NONE.next("/directory/", files, 7),
                PreviewState.FindingsSummary.NONE,
                Optional.of(site.edition())));
    }

    @DictionaryFile(resourcePath = "/org/waymark/requests.dict")
    @FuzzTest
    void answersAnything(byte[] bytes) throws IOException {
        Optional<FakeHttpExchange> request = request(new String(bytes, StandardCharsets.ISO_8859_1));
        if (request.isPresent()) {
            FakeHttpExchange exchange = request.get();
            requests.handle(exchange);
            assertAnswer(exchange);
            exchange.close();
        }
    }

    /** As the JDK's server reads it: a line with method and address, then the headers. */
    private static Optional<FakeHttpExchange> request(String text) {
        List<String> lines = text.lines().toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", 3);
        if (first.length < 2) {
            return Optional.empty();
        }
        var headers = new Headers();
        try {
            for (String line : lines.subList(1, lines.size())) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.add(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            return Optional.of(new FakeHttpExchange(first[0], new URI(first[1]), headers));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // refused before it reaches us
        }
    }

    private static void assertAnswer(FakeHttpExchange exchange) {
        String path = String.valueOf(exchange.getRequestURI().getPath());
        List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        assertTrue(STATUS.contains(exchange.status), () -> path + " " + exchange.status);
        if (host.size() != 1 || !HOSTS.contains(host.get(0).toLowerCase(Locale.ROOT))) {
            assertEquals(403, exchange.status);
        }
        for (Map.Entry<String, List<String>> header :
                exchange.getResponseHeaders().entrySet()) {
            header.getValue().forEach(value -> assertTrue(value.chars().noneMatch(c -> c < ' ' || c == 0x7F), value));
        }
        assertEquals("nosniff", exchange.getResponseHeaders().getFirst("X-Content-Type-Options"));
        boolean isStream = "text/event-stream; charset=utf-8"
                .equals(exchange.getResponseHeaders().getFirst("Content-Type"));
        assertTrue(isStream || exchange.isClosed);
        if (exchange.status == 302) {
            String location = exchange.getResponseHeaders().getFirst("Location");
            String start = "http://" + exchange.getRequestHeaders().getFirst("Host");
            assertTrue(location.startsWith(start + "/directory/"), location);
            String rest = location.substring(start.length());
            assertFalse(rest.replaceFirst("\\?.*", "").contains("//"), location);
        }
        if (exchange.status == 200 && !isStream) {
            assertTrue(OWN.contains(path) || isOfTheSite(path), path);
            assertTrue(Set.of("GET", "HEAD").contains(exchange.getRequestMethod()));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            assertEquals(0, exchange.body.size());
        }
    }

    private static boolean isOfTheSite(String path) {
        String file = path.substring("/directory/".length());
        return files.containsKey(file.isEmpty() || file.endsWith("/") ? file + "index.html" : file);
    }
}
