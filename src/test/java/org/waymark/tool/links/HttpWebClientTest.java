package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Thorough;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;
import org.waymark.tool.links.WebClient.Method;

/** Contacts servers on this machine that misbehave. No test contacts any other. */
@Timeout(20)
class HttpWebClientTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String END = "\r\n\r\n";

    private final HttpWebClient web = new HttpWebClient("Waymark (test)", SHORT, SHORT, true);

    private Reply ask(MisbehavingServer server, Method method) throws InterruptedException {
        return web.ask(server.address("/page"), method);
    }

    private Failure failure(MisbehavingServer.Conduct conduct) throws Exception {
        try (var server = MisbehavingServer.start(conduct)) {
            return assertInstanceOf(Failure.class, ask(server, Method.GET));
        }
    }

    private Failure failure(String answer) throws Exception {
        return failure((line, out, socket) -> {
            MisbehavingServer.write(out, answer);
            socket.close();
        });
    }

    @ParameterizedTest
    @CsvSource({"HEAD,200", "HEAD,204", "GET,404", "GET,410", "HEAD,401", "GET,407", "HEAD,403", "GET,999", "GET,503"})
    void givesTheStatus(Method method, int status) throws Exception {
        try (var server = MisbehavingServer.saying("HTTP/1.1 " + status + " So\r\nContent-Length: 0" + END)) {
            assertEquals(new Answer(status), ask(server, method));
            assertEquals(List.of(method + " /page HTTP/1.1"), server.requests());
        }
    }

    @Test
    void identifiesItselfAndRevealsNothingElse() throws Exception {
        try (var server = MisbehavingServer.saying("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0" + END)) {
            assertTrue(assertInstanceOf(Answer.class, ask(server, Method.HEAD)).setsCookie());
            ask(server, Method.HEAD);
            assertTrue(server.headers().contains("User-Agent: Waymark (test)"), server.headers()::toString);
            assertFalse(server.headers().toString().matches("(?i).*(cookie|upgrade|authorization|referer|encoding).*"));
        }
    }

    @Test
    void reportsARedirectWithoutFollowingIt() throws Exception {
        try (var server = MisbehavingServer.saying("HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0" + END)) {
            assertEquals(
                    new Answer(301, Optional.of("/new"), Optional.empty(), false, false), ask(server, Method.HEAD));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void recordsDelaysAndChallengesOfAServer() throws Exception {
        try (var server = MisbehavingServer.saying(
                "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nCf-Mitigated: challenge\r\nContent-Length: 0" + END)) {
            assertEquals(new Answer(429, Optional.empty(), Optional.of("7"), true, false), ask(server, Method.HEAD));
        }
    }

    @Test
    void givesUpOnSlowHeaders() throws Exception {
        Failure failure = failure((line, out, socket) -> {
            MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nX: ");
            while (true) {
                MisbehavingServer.write(out, "x");
                Thread.sleep(20);
            }
        });
        assertEquals(new Failure(FailureKind.OUT_OF_REACH, "`127.0.0.1` does not answer in time"), failure);
    }

    @Test
    void givesUpOnASilentServer() throws Exception {
        assertEquals(
                FailureKind.OUT_OF_REACH,
                failure((line, out, socket) -> Thread.sleep(60_000)).kind());
    }

    @Thorough("receives as much as the limit")
    @Test
    void givesUpOnEndlessHeadersBeforeTheyFillTheMemory() throws Exception {
        String header = "X-Filler: " + "x".repeat(60_000) + "\r\n";
        long before = usedMemory();
        Failure failure = failure((line, out, socket) -> {
            MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\n");
            while (true) {
                MisbehavingServer.write(out, header);
            }
        });
        assertEquals(FailureKind.CUT_OFF, failure.kind());
        assertTrue(usedMemory() - before < 50_000_000);
    }

    @Test
    void givesUpOnAnEndlessHeader() throws Exception {
        String filler = "x".repeat(60_000);
        Failure failure = failure((line, out, socket) -> {
            MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nX-Filler: ");
            while (true) {
                MisbehavingServer.write(out, filler);
            }
        });
        assertEquals(FailureKind.CUT_OFF, failure.kind());
    }

    @Thorough("receives as much as the limit")
    @Test
    void doesNotReadAnEndlessPage() throws Exception {
        byte[] zeros = new byte[1 << 16];
        long[] sent = new long[1];
        try (var server = MisbehavingServer.start((line, out, socket) -> {
            MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip" + END);
            while (true) {
                out.write(zeros);
                sent[0] += zeros.length;
            }
        })) {
            long before = usedMemory();
            assertEquals(new Answer(200), ask(server, Method.GET));
            assertTrue(usedMemory() - before < 50_000_000);
            Thread.sleep(100); // data that is still in transit
            long then = sent[0];
            Thread.sleep(200);
            assertEquals(then, sent[0], "the client is still listening");
            assertTrue(then < 50_000_000, "read " + then);
        }
    }

    @Test
    void doesNotWaitForASlowPage() throws Exception {
        try (var server = MisbehavingServer.start((line, out, socket) -> {
            MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100" + END + "x");
            Thread.sleep(60_000);
        })) {
            assertEquals(new Answer(200), ask(server, Method.GET));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5" + END + "ten letters",
                "HTTP/1.1 200 OK\r\nContent-Length: 500" + END + "few",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked" + END + "nonsense",
                "HTTP/1.0 200 OK" + END + "until the end",
                "HTTP/1.1 200" + END,
                "HTTP/1.1 200 OK\r\nContent-Length: -3" + END,
                "HTTP/1.1 200 OK\r\nno header" + END
            })
    void acceptsAnyTransferEncoding(String answer) throws Exception {
        try (var server = MisbehavingServer.start((line, out, socket) -> {
            MisbehavingServer.write(out, answer);
            socket.close();
        })) {
            assertEquals(new Answer(200), ask(server, Method.GET));
        }
    }

    @Test
    void isNotConfusedByAPageThatFollowsAHead() throws Exception {
        try (var server =
                MisbehavingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 24" + END + "HTTP/1.1 404 No" + END)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(new Answer(200), ask(server, Method.HEAD));
                Thread.sleep(50);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "103 Early Hints", "102 Processing"})
    void waitsForTheFinalAnswer(String first) throws Exception {
        String answer = "HTTP/1.1 " + first + "\r\nLink: <x>" + END + "HTTP/1.1 200 OK\r\nContent-Length: 0" + END;
        try (var server = MisbehavingServer.saying(answer)) {
            Reply reply = ask(server, Method.GET);
            assertTrue(reply.equals(new Answer(200)) || isCutOff(reply), reply::toString);
        }
    }

    private static boolean isCutOff(Reply reply) {
        return reply instanceof Failure failure && failure.kind() == FailureKind.CUT_OFF;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>HTTP/0.9</html>",
                "HTTP/1.1 abc Who\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nX: half",
                "\u0000\u0001\u0002\u0003"
            })
    void acceptsNoOtherAnswer(String answer) throws Exception {
        assertEquals(
                new Failure(FailureKind.CUT_OFF, "`127.0.0.1` disconnects or sends an invalid response"),
                failure(answer));
    }

    @Test
    void reportsAResetConnection() throws Exception {
        Failure failure = failure((line, out, socket) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        });
        assertEquals(FailureKind.CUT_OFF, failure.kind());
    }

    @Test
    void reportsARefusedConnection() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertEquals(
                new Failure(FailureKind.OUT_OF_REACH, "`127.0.0.1` refused the connection"),
                web.ask(LinkUrl.of("http://127.0.0.1:" + port + "/").orElseThrow(), Method.HEAD));
    }

    @Test
    void reachesAnIpv6Number() throws Exception {
        try (var server = MisbehavingServer.start(
                new ServerSocket(0, 5, InetAddress.getByName("::1")),
                (line, out, socket) -> MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0" + END))) {
            LinkUrl address = LinkUrl.of("http://[::1]:" + server.port() + "/x").orElseThrow();
            assertEquals(new Answer(200), web.ask(address, Method.HEAD));
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("this machine has no IPv6");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "169.254.169.254",
                "10.1.2.3",
                "2130706433",
                "0",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[64:ff9b::a00:1]",
                "printer.local",
                "metadata.internal."
            })
    void asksNoPrivateServer(String host) throws Exception {
        try (var server = MisbehavingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0" + END)) {
            var careful = new HttpWebClient("Waymark (test)", SHORT, SHORT, false);
            LinkUrl address =
                    LinkUrl.of("http://" + host + ":" + server.port() + "/").orElseThrow();
            Failure failure = assertInstanceOf(Failure.class, careful.ask(address, Method.HEAD));
            assertEquals(FailureKind.PRIVATE, failure.kind());
            assertEquals(List.of(), server.requests());
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
