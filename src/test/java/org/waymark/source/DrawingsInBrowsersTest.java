package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;
import org.waymark.browser.Chromium;

/**
 * Browsers read the output of {@link SvgSanitizer} as intended, run nothing and load nothing, even though each SVG is
 * a document of its own here, not an image on a page.
 */
@Thorough("starts a browser")
class DrawingsInBrowsersTest {
    private static final Path FIREFOX = Path.of("/usr/bin/firefox-esr");

    /** Loads SVGs, 100 at a time, and reports what each contains. */
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script>
            const seen = (node) => [...node.childNodes].map((each) => each.nodeType === 1
                ? `<${each.namespaceURI} ${each.localName}` + [...each.attributes]
                    .filter((a) => a.name !== 'xmlns')
                    .map((a) => ` ${a.name}=${a.value}`).sort().join('') + '>' + seen(each) + '</>'
                : each.nodeType === 3 ? each.data : `!${each.nodeType}`).join('');
            (async () => {
              const results = [];
              for (let start = 0; start < COUNT; start += 100) {
                const frames = [];
                for (let i = start; i < Math.min(COUNT, start + 100); i++) {
                  const frame = document.createElement('iframe');
                  frame.src = `/drawing/${i}`;
                  frames.push(new Promise((done) => frame.onload = () => done(frame)));
                  document.body.append(frame);
                }
                const loaded = await Promise.all(frames);
                await new Promise((done) => setTimeout(done, 100));
                for (const frame of loaded) {
                  results.push(frame.contentDocument ? seen(frame.contentDocument) : 'another site');
                  frame.remove();
                }
              }
              await fetch('/results', {method: 'POST',
                  body: [window.pwned === undefined ? '' : 'pwned', ...results].join('\\u0000')});
              window.isDone = true;
            })();
            </script>
            """;

    @TempDir
    private Path folder;

    private final BlockingQueue<List<String>> results = new LinkedBlockingQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private List<byte[]> served = List.of();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void chromiumReadsSanitizedSvg() throws Exception {
        List<String> written = rewritten();
        assertEquals(expected(written), inChromium());
        assertEquals(List.of(), List.copyOf(asked));
    }

    @Test
    void firefoxReadsSanitizedSvg() throws Exception {
        assumeTrue(Files.isExecutable(FIREFOX), "needs Firefox");
        List<String> written = rewritten();
        Files.writeString(
                folder.resolve("user.js"),
                "user_pref('browser.shell.checkDefaultBrowser', false);\n"
                        + "user_pref('datareporting.policy.dataSubmissionEnabled', false);\n"
                        + "user_pref('network.captive-portal-service.enabled', false);\n"
                        + "user_pref('network.connectivity-service.enabled', false);\n");
        Process firefox = new ProcessBuilder(
                        FIREFOX.toString(), "--headless", "--no-remote", "--profile", folder.toString(), url())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> seen = results.poll(180, TimeUnit.SECONDS);
            assertNotNull(seen);
            assertEquals(expected(written), seen);
            assertEquals(List.of(), List.copyOf(asked));
        } finally {
            firefox.descendants().forEach(ProcessHandle::destroy);
            firefox.destroy();
            firefox.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Unchanged, the same files do harm, so this test could detect it. */
    @Test
    void chromiumRunsTheOriginals() throws Exception {
        List<byte[]> hostile = HostileDrawings.all(evil());
        served = IntStream.iterate(0, i -> i < hostile.size(), i -> i + 25)
                .mapToObj(hostile::get)
                .toList();
        List<String> seen = inChromium();
        assertEquals("pwned", seen.get(0));
        assertFalse(asked.isEmpty());
    }

    /** The rewritten files that are SVG at all; many become identical. */
    private List<String> rewritten() {
        List<byte[]> hostile = Stream.concat(HostileDrawings.all(evil()).stream(), HostileDrawings.odd(500, 1).stream())
                .toList();
        List<String> written = IntStream.range(0, hostile.size())
                .mapToObj(i -> SvgSanitizer.sanitize("content/images/" + i + ".svg", hostile.get(i))
                        .svg())
                .filter(svg -> !svg.isEmpty())
                .distinct()
                .toList();
        assertTrue(written.size() >= 500, "few are different once rewritten: " + written.size());
        served = written.stream()
                .map(svg -> svg.getBytes(StandardCharsets.UTF_8))
                .toList();
        return written;
    }

    private List<String> inChromium() throws InterruptedException {
        try (BrowserContext browser = Chromium.get().newContext()) {
            browser.onRequest(request -> {
                if (!request.url().startsWith(url()) && !request.url().startsWith("data:")) {
                    asked.add(request.url());
                }
            });
            Page page = browser.newPage();
            page.navigate(url());
            page.waitForFunction("window.isDone", null, new Page.WaitForFunctionOptions().setTimeout(120_000));
            List<String> seen = results.poll(10, TimeUnit.SECONDS);
            assertNotNull(seen);
            return seen;
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private String evil() {
        return "127.0.0.1:" + server.getAddress().getPort() + "/evil";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/results")) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                results.add(List.of(body.split("\0", -1)));
                exchange.sendResponseHeaders(204, -1);
            } else if (path.equals("/")) {
                send(exchange, "text/html", PAGE.replace("COUNT", String.valueOf(served.size())));
            } else if (path.matches("/drawing/\\d+") && exchange.getRequestURI().getQuery() == null) {
                byte[] drawing = served.get(Integer.parseInt(path.substring("/drawing/".length())));
                exchange.getResponseHeaders().set("Content-Type", "image/svg+xml");
                exchange.sendResponseHeaders(200, drawing.length);
                exchange.getResponseBody().write(drawing);
            } else {
                asked.add(exchange.getRequestURI().toString());
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** What the page should report, above all no sign of a script that ran. */
    private static List<String> expected(List<String> written) throws XMLStreamException {
        var expected = new ArrayList<String>(List.of(""));
        for (String svg : written) {
            expected.add(seen(svg));
        }
        return expected;
    }

    private static String seen(String svg) throws XMLStreamException {
        XMLStreamReader in = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
        var seen = new StringBuilder();
        int depth = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    seen.append('<').append(in.getNamespaceURI()).append(' ').append(in.getLocalName());
                    IntStream.range(0, in.getAttributeCount())
                            .mapToObj(i -> " " + name(in, i) + "=" + in.getAttributeValue(i))
                            .sorted()
                            .forEach(seen::append);
                    seen.append('>');
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    seen.append("</>");
                }
                case XMLStreamConstants.CHARACTERS -> seen.append(depth > 0 ? in.getText() : "");
                case XMLStreamConstants.END_DOCUMENT -> {}
                default -> throw new XMLStreamException("neither an element nor a text");
            }
        }
        return seen.toString();
    }

    private static String name(XMLStreamReader in, int i) {
        String prefix = in.getAttributePrefix(i);
        return prefix == null || prefix.isEmpty()
                ? in.getAttributeLocalName(i)
                : prefix + ":" + in.getAttributeLocalName(i);
    }
}
