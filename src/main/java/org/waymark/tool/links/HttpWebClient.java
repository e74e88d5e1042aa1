package org.waymark.tool.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/**
 * The real web, over HTTP/1.1. Keeps no cookies, sends no passwords and never reads a page. If a proxy is configured
 * for this Java, it resolves the names. For use by several threads.
 *
 * <p>Each name is looked up and its addresses are checked before the client looks it up again. So that both see the
 * same, the security property {@code networkaddress.cache.ttl} must be -1, and must have been set before the first
 * look-up.
 */
public final class HttpWebClient implements WebClient {
    private final HttpClient client;
    private final Duration timeout;
    private final String userAgent;
    private final boolean allowsPrivate;

    /**
     * Opens no connection yet.
     *
     * @param userAgent identifies the client, in ASCII
     * @param connectTimeout how long to wait for a connection
     * @param timeout how long to wait for an answer in all
     * @param allowsPrivate whether servers in private networks are contacted as well
     */
    public HttpWebClient(String userAgent, Duration connectTimeout, Duration timeout, boolean allowsPrivate) {
        this(HttpClient.newBuilder(), userAgent, connectTimeout, timeout, allowsPrivate);
    }

    /** The same with certificates that are trusted in addition to Java's own. */
    HttpWebClient(
            SSLContext trusted, String userAgent, Duration connectTimeout, Duration timeout, boolean allowsPrivate) {
        this(HttpClient.newBuilder().sslContext(trusted), userAgent, connectTimeout, timeout, allowsPrivate);
    }

    private HttpWebClient(
            HttpClient.Builder client,
            String userAgent,
            Duration connectTimeout,
            Duration timeout,
            boolean allowsPrivate) {
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.userAgent = userAgent;
        this.timeout = timeout;
        this.allowsPrivate = allowsPrivate;
    }

    @Override
    public Reply ask(LinkUrl address, Method method) throws InterruptedException {
        if (!allowsPrivate) {
            Optional<Failure> refusal = refusal(address);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .method(method.name(), BodyPublishers.noBody())
                .timeout(timeout)
                .header("User-Agent", userAgent)
                .header("Accept", "text/html,application/pdf;q=0.9,*/*;q=0.8")
                .build();
        try {
            return answer(client.send(request, head -> new Unread()));
        } catch (IOException e) {
            return ConnectionError.of(address, e);
        } catch (RuntimeException e) {
            // The client throws these for some malformed responses, such as a length that is not a number.
            return ConnectionError.malformed(address);
        }
    }

    private static Optional<Failure> refusal(LinkUrl address) {
        String host = address.host();
        if (PublicNetwork.isPrivateName(host)) {
            return Optional.of(notPublic(host));
        }
        if (isLeftToProxy(address)) {
            return Optional.empty();
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (!PublicNetwork.holds(each)) {
                    return Optional.of(notPublic(host));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(ConnectionError.of(address, e));
        }
    }

    private static Failure notPublic(String host) {
        return new Failure(FailureKind.PRIVATE, "`" + host + "` is in a private network");
    }

    /** An IP address needs no look-up, so it is always checked here. */
    private static boolean isLeftToProxy(LinkUrl address) {
        ProxySelector proxies = ProxySelector.getDefault();
        boolean isName = address.host().matches(".*[g-z].*") && !address.host().contains(":");
        return isName
                && proxies != null
                && proxies.select(address.uri()).stream().anyMatch(proxy -> proxy.address() != null);
    }

    private static Answer answer(HttpResponse<?> response) {
        HttpHeaders headers = response.headers();
        boolean isBotChallenge = headers.firstValue("cf-mitigated").isPresent()
                || headers.firstValue("x-amzn-waf-action").isPresent();
        return new Answer(
                response.statusCode(),
                headers.firstValue("location"),
                headers.firstValue("retry-after"),
                isBotChallenge,
                headers.firstValue("set-cookie").isPresent());
    }

    /** Disconnects before the body of the response, which may be long or slow. */
    private static final class Unread implements BodySubscriber<Optional<Void>> {
        private final CompletableFuture<Optional<Void>> nothing = new CompletableFuture<>();

        @Override
        public CompletionStage<Optional<Void>> getBody() {
            return nothing;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
            nothing.complete(Optional.empty());
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            // cancelled
        }

        @Override
        public void onError(Throwable error) {
            nothing.complete(Optional.empty());
        }

        @Override
        public void onComplete() {
            nothing.complete(Optional.empty());
        }
    }
}
