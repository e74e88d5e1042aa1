package org.waymark.tool.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.Routes;
import org.waymark.render.ContentTypes;
import org.waymark.render.OutputFile;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;

/**
 * Answers requests: with the files of the site, which it looks up by their whole path and nowhere else, and with the
 * preview's own below {@link #OWN}. It rejects requests that come neither from a page of this server nor from the
 * address bar, since any page in the same browser can send requests to this machine (DNS rebinding).
 */
final class PreviewHandler implements HttpHandler {
    /** The path of the preview's own pages; no entry has an id that begins like this. */
    static final String OWN = "/_waymark/";

    private static final String EVENTS = OWN + "events";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HostNames hosts;
    private final EventStreams streams;
    private final SlowClients slowClients;
    private final Consumer<Throwable> onFault;
    private final LongSentences sentences = new LongSentences();
    private volatile @Nullable PreviewState state;

    PreviewHandler(HostNames hosts, EventStreams streams, SlowClients slowClients, Consumer<Throwable> onFault) {
        this.streams = streams;
        this.slowClients = slowClients;
        this.onFault = onFault;
        this.hosts = hosts;
    }

    void show(PreviewState next) {
        state = next;
    }

    /** A response. */
    private sealed interface PreviewResponse {
        String type();

        static PreviewResponse sentence(int status, String text) {
            return new MemoryResponse(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A response from memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record MemoryResponse(int status, String type, byte[] body) implements PreviewResponse {}

    /** A picture, streamed from its file to the browser, since many large ones may be requested at once. */
    private record FileResponse(int status, String type, InputStream file) implements PreviewResponse {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean isStream = false;
        try {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("X-Frame-Options", "SAMEORIGIN");
            PreviewState now = state;
            Optional<PreviewResponse> refused = refusal(exchange);
            if (refused.isPresent() || now == null) {
                send(exchange, refused.orElseGet(() -> PreviewResponse.sentence(503, "The site is not ready yet.")));
            } else if (exchange.getRequestURI().getPath().equals(EVENTS) && isGet(exchange)) {
                isStream = streams.add(exchange, since(exchange.getRequestURI()));
                if (!isStream) {
                    send(exchange, PreviewResponse.sentence(503, "Too many pages are open."));
                }
            } else {
                send(exchange, answer(exchange, now));
            }
        } catch (RuntimeException e) {
            onFault.accept(e);
            send(exchange, PreviewResponse.sentence(500, "This is a bug in Waymark. See the terminal."));
        } finally {
            if (!isStream) {
                exchange.close();
            }
        }
    }

    private Optional<PreviewResponse> refusal(HttpExchange exchange) {
        List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.has(host.get(0))) {
            return Optional.of(PreviewResponse.sentence(
                    403, "This preview answers only at its own address and port on this machine."));
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Optional.of(PreviewResponse.sentence(405, "This preview is read-only."));
        }
        URI uri = exchange.getRequestURI();
        if (uri.getRawAuthority() != null
                || uri.getPath() == null
                || !uri.getPath().startsWith("/")) {
            return Optional.of(PreviewResponse.sentence(400, "That is not an address of this preview."));
        }
        if (uri.getPath().equals(EVENTS)) {
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin != null && !(origin.startsWith("http://") && hosts.has(origin.substring(7)))) {
                return Optional.of(
                        PreviewResponse.sentence(403, "Only pages of this preview are notified of changes."));
            }
        }
        return Optional.empty();
    }

    private static boolean isGet(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET");
    }

    private static long since(URI uri) {
        String query = String.valueOf(uri.getQuery());
        return query.matches("since=[0-9]{1,18}") ? Long.parseLong(query.substring("since=".length())) : 0;
    }

    private PreviewResponse answer(HttpExchange exchange, PreviewState now) {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath();
        if (path.startsWith(OWN)) {
            return ownPage(path.substring(OWN.length()), now);
        }
        if (now.site().isEmpty()) {
            return new MemoryResponse(503, HTML, PreviewPages.noSiteYet(now));
        }
        String root = now.site().root();
        if (!path.startsWith(root)) {
            // Whoever types the address of the host wants the site, whatever its path there.
            return path.equals("/") || root.equals(path + "/") ? redirect(exchange, root) : unknown(now);
        }
        String file = path.substring(root.length());
        Optional<OutputFile> found = now.site().file(file.isEmpty() || file.endsWith("/") ? file + "index.html" : file);
        if (found.isPresent()) {
            return content(found.get(), now);
        }
        if (now.site().file(file + "/index.html").isPresent()) {
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return redirect(exchange, uri.getRawPath() + "/" + query);
        }
        return unknown(now);
    }

    private PreviewResponse ownPage(String name, PreviewState now) {
        return switch (name) {
            case "" -> new MemoryResponse(200, HTML, PreviewPages.health(now, sentences));
            case "preview.js" -> new MemoryResponse(200, ContentTypes.of(name), PreviewPages.resource(name));
            case "preview.css", "health.css" ->
                new MemoryResponse(200, ContentTypes.of(name), PreviewPages.resource(name));
            default -> PreviewResponse.sentence(404, "The preview has no such page.");
        };
    }

    private static PreviewResponse redirect(HttpExchange exchange, String to) {
        // Includes the host, since a path that begins with `//` would lead to another one.
        String host = exchange.getRequestHeaders().getFirst("Host");
        exchange.getResponseHeaders().set("Location", "http://" + host + to);
        return PreviewResponse.sentence(302, "The page is at " + to);
    }

    private static PreviewResponse unknown(PreviewState now) {
        return now.site()
                .file(Routes.NOT_FOUND.file())
                .filter(OutputFile.Made.class::isInstance)
                .map(page -> page((OutputFile.Made) page, 404, now))
                .orElseGet(() -> PreviewResponse.sentence(404, "The site has no such page."));
    }

    private static PreviewResponse content(OutputFile file, PreviewState now) {
        String type = ContentTypes.of(file.path());
        if (file instanceof OutputFile.Made made) {
            return page(made, 200, now);
        }
        try {
            return new FileResponse(200, type, ProjectReader.openImage(((OutputFile.Copied) file).source()));
        } catch (ReadFailure e) {
            return PreviewResponse.sentence(404, "The picture no longer exists.");
        }
    }

    private static PreviewResponse page(OutputFile.Made file, int status, PreviewState now) {
        String type = ContentTypes.of(file.path());
        byte[] body = type.equals(HTML) ? LiveReload.of(file.bytes(), now.number()) : file.bytes();
        return new MemoryResponse(status, type, body);
    }

    private void send(HttpExchange exchange, PreviewResponse answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        slowClients.send(() -> {
            if (answer instanceof FileResponse picture) {
                send(exchange, picture);
            } else {
                send(exchange, (MemoryResponse) answer);
            }
        });
    }

    /** Its length is known only at its end, since it may grow meanwhile. */
    private static void send(HttpExchange exchange, FileResponse answer) throws IOException {
        try (InputStream file = answer.file()) {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), 0);
                file.transferTo(exchange.getResponseBody());
            }
        }
    }

    private static void send(HttpExchange exchange, MemoryResponse answer) throws IOException {
        int length = answer.body().length;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
