package org.waymark.tool.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.plan.Routes;
import org.waymark.render.ContentTypes;
import org.waymark.render.OutputFile;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;

/**
 * Answers requests: with the files of the site, which it looks up by their whole path and nowhere else, and with the
 * preview's own below {@link #OWN}. It refuses what does not come from a page of this server or from the address bar, since
 * any page in the same browser can send requests to this machine (DNS rebinding).
 */
final class Requests implements HttpHandler {
    /** Below which path the preview's own pages are; no entry has an id that begins so. */
    static final String OWN = "/_waymark/";

    private static final String EVENTS = OWN + "events";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Set<String> hosts;
    private final EventStreams streams;
    private final SlowReaders slowReaders;
    private final Consumer<Throwable> onFault;
    private final LongSentences sentences = new LongSentences();
    private volatile @Nullable Showing showing;

    Requests(int port, EventStreams streams, SlowReaders slowReaders, Consumer<Throwable> onFault) {
        this.streams = streams;
        this.slowReaders = slowReaders;
        this.onFault = onFault;
        // A browser leaves out the port that is usual for the protocol.
        hosts = port == 80
                ? Set.of("localhost", "127.0.0.1", "[::1]", "localhost:80", "127.0.0.1:80", "[::1]:80")
                : Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    void show(Showing next) {
        showing = next;
    }

    /** What is answered. */
    private sealed interface Answer {
        String type();

        static Answer sentence(int status, String text) {
            return new Whole(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An answer from memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Whole(int status, String type, byte[] body) implements Answer {}

    /** A picture, which goes from its file to the browser, since many large ones may be asked for at once. */
    private record Picture(int status, String type, InputStream file) implements Answer {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean isStream = false;
        try {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("X-Frame-Options", "SAMEORIGIN");
            Showing now = showing;
            Optional<Answer> refused = refusal(exchange);
            if (refused.isPresent() || now == null) {
                send(exchange, refused.orElseGet(() -> Answer.sentence(503, "The site is not ready yet.")));
            } else if (exchange.getRequestURI().getPath().equals(EVENTS) && isGet(exchange)) {
                isStream = streams.add(exchange, since(exchange.getRequestURI()));
                if (!isStream) {
                    send(exchange, Answer.sentence(503, "Too many pages are open."));
                }
            } else {
                send(exchange, answer(exchange, now));
            }
        } catch (RuntimeException e) {
            onFault.accept(e);
            send(exchange, Answer.sentence(500, "This is a fault of Waymark's own. The terminal says more."));
        } finally {
            if (!isStream) {
                exchange.close();
            }
        }
    }

    private Optional<Answer> refusal(HttpExchange exchange) {
        List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.of(Answer.sentence(
                    403, "This preview answers only to the address that it has on this machine, with its port."));
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Optional.of(Answer.sentence(405, "This preview can only be looked at."));
        }
        URI uri = exchange.getRequestURI();
        if (uri.getRawAuthority() != null
                || uri.getPath() == null
                || !uri.getPath().startsWith("/")) {
            return Optional.of(Answer.sentence(400, "That is not an address of this preview."));
        }
        if (uri.getPath().equals(EVENTS)) {
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin != null && !(origin.startsWith("http://") && hosts.contains(origin.substring(7)))) {
                return Optional.of(Answer.sentence(403, "Only pages of this preview are told of changes."));
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

    private Answer answer(HttpExchange exchange, Showing now) {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath();
        if (path.startsWith(OWN)) {
            return own(path.substring(OWN.length()), now);
        }
        if (now.site().isEmpty()) {
            return new Whole(503, HTML, OwnPages.nothingYet(now));
        }
        String root = now.site().root();
        if (!path.startsWith(root)) {
            // Whoever types the address of the host means the site, wherever on it that lies.
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

    private Answer own(String name, Showing now) {
        return switch (name) {
            case "" -> new Whole(200, HTML, OwnPages.health(now, sentences));
            case "preview.js" -> new Whole(200, ContentTypes.of(name), OwnPages.resource(name));
            case "preview.css", "health.css" -> new Whole(200, ContentTypes.of(name), OwnPages.resource(name));
            default -> Answer.sentence(404, "The preview has no such page.");
        };
    }

    private static Answer redirect(HttpExchange exchange, String to) {
        exchange.getResponseHeaders().set("Location", to);
        return Answer.sentence(302, "The page is at " + to);
    }

    private static Answer unknown(Showing now) {
        return now.site()
                .file(Routes.NOT_FOUND.file())
                .filter(OutputFile.Made.class::isInstance)
                .map(page -> page((OutputFile.Made) page, 404, now))
                .orElseGet(() -> Answer.sentence(404, "The site has no such page."));
    }

    private static Answer content(OutputFile file, Showing now) {
        String type = ContentTypes.of(file.path());
        if (file instanceof OutputFile.Made made) {
            return page(made, 200, now);
        }
        try {
            return new Picture(200, type, ProjectReader.openImage(((OutputFile.Copied) file).source()));
        } catch (ReadFailure e) {
            return Answer.sentence(404, "The picture is no longer there.");
        }
    }

    private static Answer page(OutputFile.Made file, int status, Showing now) {
        String type = ContentTypes.of(file.path());
        byte[] body = type.equals(HTML) ? LivePage.of(file.bytes(), now.number()) : file.bytes();
        return new Whole(status, type, body);
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        slowReaders.send(() -> {
            if (answer instanceof Picture picture) {
                send(exchange, picture);
            } else {
                send(exchange, (Whole) answer);
            }
        });
    }

    /** How long it is, is seen when it ends: it may grow meanwhile. */
    private static void send(HttpExchange exchange, Picture answer) throws IOException {
        try (InputStream file = answer.file()) {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), 0);
                file.transferTo(exchange.getResponseBody());
            }
        }
    }

    private static void send(HttpExchange exchange, Whole answer) throws IOException {
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
