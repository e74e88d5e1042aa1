package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.tool.links.LinkResult.LinkStatus;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/** Follows individual addresses through servers that answer from a script, in simulated time. */
class AddressCheckTest {
    private static final Failure REFUSED = new Failure(FailureKind.OUT_OF_REACH, "it refused the connection");

    private final FakePacingClock time = new FakePacingClock();
    private final Map<String, Deque<Reply>> scripts = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final WebClient web = (address, method) -> {
        asked.add(method + " " + address);
        Deque<Reply> script = scripts.getOrDefault(address.toString(), new ArrayDeque<>(List.of(new Answer(200))));
        return script.size() > 1 ? script.remove() : script.element();
    };
    private final HostThrottle hosts = new HostThrottle(web, RequestPolicy.DEFAULT, time);

    /** The responses of an address in sequence; the last is repeated. */
    private void script(String address, Reply... replies) {
        scripts.put(address, new ArrayDeque<>(List.of(replies)));
    }

    private LinkResult visit(String address) throws InterruptedException {
        return AddressCheck.of(LinkUrl.of(address).orElseThrow(), hosts, RequestPolicy.DEFAULT, time);
    }

    private static Answer redirect(int status, String location) {
        return new Answer(status, Optional.of(location), Optional.empty(), false, false);
    }

    private static Answer later(int status, String retryAfter) {
        return new Answer(status, Optional.empty(), Optional.of(retryAfter), false, false);
    }

    @Test
    void requestsAGoodAddressOnce() throws InterruptedException {
        assertEquals(LinkResult.GOOD, visit("https://a.org/x"));
        assertEquals(List.of("HEAD https://a.org/x"), asked);
        assertEquals(List.of(), time.sleeps());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 500, 501})
    void requestsThePageIfHeadIsRejected(int status) throws InterruptedException {
        script("https://a.org/x", new Answer(status), new Answer(200));
        assertEquals(LinkResult.GOOD, visit("https://a.org/x"));
        assertEquals(List.of("HEAD https://a.org/x", "GET https://a.org/x"), asked);
        assertEquals(List.of(Duration.ofSeconds(1)), time.sleeps());
    }

    @ParameterizedTest
    @CsvSource({
        "404,DEAD",
        "410,DEAD",
        "418,DEAD",
        "400,DEAD",
        "501,DEAD",
        "300,DEAD",
        "304,DEAD",
        "103,DEAD",
        "401,BARRED",
        "403,BARRED",
        "405,BARRED",
        "407,BARRED",
        "451,BARRED",
        "999,BARRED",
        "204,GOOD",
        "206,GOOD"
    })
    void checksWhatStays(int code, LinkStatus status) throws InterruptedException {
        script("https://a.org/", new Answer(code));
        assertEquals(status, visit("https://a.org/").status());
        assertTrue(asked.size() <= 2, asked::toString);
    }

    @Test
    void reportsALoginWallAsUnchecked() throws InterruptedException {
        script("https://a.org/", new Answer(202, Optional.empty(), Optional.empty(), true, false));
        script("https://b.org/", new Answer(503, Optional.empty(), Optional.empty(), true, false));
        assertEquals(
                LinkResult.of(LinkStatus.BARRED, "the server accepts only browsers (202)"), visit("https://a.org/"));
        assertEquals(
                LinkResult.of(LinkStatus.BARRED, "the server accepts only browsers (503)"), visit("https://b.org/"));
    }

    @Test
    void waitsForAServerThatFails() throws InterruptedException {
        script("https://a.org/", new Answer(500), new Answer(502), new Answer(200));
        assertEquals(LinkResult.GOOD, visit("https://a.org/"));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)), time.sleeps());
    }

    @Test
    void reportsAServerThatAlwaysFailsAsDead() throws InterruptedException {
        script("https://a.org/", new Answer(503));
        assertEquals(LinkResult.of(LinkStatus.DEAD, "the server failed (503)"), visit("https://a.org/"));
        assertEquals(4, asked.size());
    }

    @Test
    void waitsAsLongAsItIsAsked() throws InterruptedException {
        script("https://a.org/", later(429, "42"), later(503, "Sat, 01 Mar 2025 12:01:30 GMT"), new Answer(200));
        assertEquals(LinkResult.GOOD, visit("https://a.org/"));
        assertEquals(List.of(Duration.ofSeconds(42), Duration.ofSeconds(48)), time.sleeps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5", "1.5", "tomorrow, 12:00"})
    void waitsTheUsualTimeIfUnknown(String retryAfter) throws InterruptedException {
        script("https://a.org/", later(429, retryAfter), new Answer(200));
        assertEquals(LinkResult.GOOD, visit("https://a.org/"));
        assertEquals(List.of(Duration.ofSeconds(3)), time.sleeps());
    }

    @Test
    void isAlwaysPolite() throws InterruptedException {
        script("https://a.org/", later(429, "0"));
        assertEquals(LinkStatus.BUSY, visit("https://a.org/").status());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), time.sleeps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "31536000", "99999999999999999999", "Sun, 01 Mar 2026 12:00:00 GMT"})
    void stopsAskingAServerThatRequestsALongDelay(String retryAfter) throws InterruptedException {
        script("https://a.org/", later(503, retryAfter));
        assertEquals(LinkStatus.BUSY, visit("https://a.org/").status());
        assertEquals(LinkStatus.BUSY, visit("https://a.org/other").status());
        assertEquals(1, asked.size());
        assertEquals(List.of(), time.sleeps());
    }

    @Test
    void reportsNoPageAsDeadThatItMayNotRequest() throws InterruptedException {
        script("https://a.org/", later(502, "3600"));
        assertEquals(LinkStatus.BUSY, visit("https://a.org/").status());
        assertEquals(
                LinkResult.of(LinkStatus.BUSY, "the server asks for a later retry (502)"),
                visit("https://a.org/other"));
    }

    @Test
    void reportsWhenToRetry() throws InterruptedException {
        script("https://a.org/", later(429, "172800"));
        assertEquals(
                "the server asks for a later retry (429), on 2025-03-03",
                visit("https://a.org/").reason());
    }

    @Test
    void retriesFailedConnections() throws InterruptedException {
        script("https://a.org/", REFUSED, new Answer(200));
        assertEquals(LinkResult.GOOD, visit("https://a.org/"));
    }

    @Test
    void stopsAskingAServerAfterTwoFailures() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            script("https://a.org/" + i, REFUSED);
            assertEquals(LinkResult.of(LinkStatus.DEAD, "it refused the connection"), visit("https://a.org/" + i));
        }
        assertEquals(4, asked.size());
        assertEquals(LinkResult.GOOD, visit("https://b.org/"));
    }

    @Test
    void doesNotRetryAfterABadCertificate() throws InterruptedException {
        script("https://a.org/", new Failure(FailureKind.NOT_TRUSTED, "the certificate has expired"));
        assertEquals(LinkResult.of(LinkStatus.DEAD, "the certificate has expired"), visit("https://a.org/"));
        assertEquals(1, asked.size());
    }

    @Test
    void reportsTheNewAddressAfterAPermanentMove() throws InterruptedException {
        script("https://a.org/", redirect(301, "/b"));
        script("https://a.org/b", redirect(308, "//c.org/d?e"));
        script("https://c.org/d?e", redirect(302, "f"));
        script("https://c.org/f", redirect(301, "g"));
        assertEquals(
                new LinkResult(LinkStatus.GOOD, "", Optional.of("https://c.org/d?e"), Optional.empty()),
                visit("https://a.org/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void doesNotReportTemporaryRedirects(int status) throws InterruptedException {
        script("https://a.org/", redirect(status, "/b"));
        assertEquals(LinkResult.GOOD, visit("https://a.org/"));
    }

    @Test
    void reportsAnUnencryptedRedirect() throws InterruptedException {
        script("https://a.org/", redirect(302, "http://a.org/"));
        script("http://a.org/", redirect(302, "https://a.org/b"));
        assertEquals(Optional.of("http://a.org/"), visit("https://a.org/").downgradesTo());
    }

    @Test
    void findsRedirectLoops() throws InterruptedException {
        script("https://a.org/", redirect(302, "/b"));
        script("https://a.org/b", redirect(302, "https://A.org:443/#x"));
        script("https://a.org/self", redirect(301, ""));
        assertEquals(LinkResult.of(LinkStatus.DEAD, "it redirects in a loop"), visit("https://a.org/"));
        assertEquals(LinkResult.of(LinkStatus.DEAD, "it redirects in a loop"), visit("https://a.org/self"));
    }

    @Test
    void doesNotReportACookieRequestAsALoop() throws InterruptedException {
        script("https://a.org/", new Answer(302, Optional.of("/"), Optional.empty(), false, true));
        assertEquals(LinkStatus.BARRED, visit("https://a.org/").status());
    }

    @Test
    void followsAtMostTenRedirects() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            script("https://a.org/" + i, redirect(302, "/" + (i + 1)));
        }
        assertEquals(LinkResult.of(LinkStatus.DEAD, "it redirects more than 10 times"), visit("https://a.org/9"));
        assertEquals(11, asked.size());
        assertEquals(LinkResult.GOOD, visit("https://a.org/10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "mailto:a@b.org",
                "http://",
                "https://user:secret@b.org/",
                "http://a b/",
                "ftp://b.org/",
                "http://b.org:22/",
                "file:///etc/passwd",
                "http://[::1/",
                "data:text/html,x"
            })
    void followsNoRedirectThatBrowsersReject(String location) throws InterruptedException {
        script("https://a.org/", redirect(301, location));
        assertEquals(
                LinkResult.of(LinkStatus.DEAD, "it redirects to `" + location + "`, which no browser can open"),
                visit("https://a.org/"));
        assertEquals(1, asked.size());
    }

    @Test
    void reportsARedirectWithoutATarget() throws InterruptedException {
        script("https://a.org/", new Answer(301));
        assertEquals(
                LinkResult.of(LinkStatus.DEAD, "it redirects, but does not say where to"), visit("https://a.org/"));
    }

    @Test
    void keepsControlCharactersOutOfReports() throws InterruptedException {
        script("https://a.org/", redirect(301, "x:\u001b[2J`" + "y".repeat(500)));
        String reason = visit("https://a.org/").reason();
        assertTrue(reason.startsWith("it redirects to `x:%1B") || !reason.contains("\u001b"), reason);
        assertTrue(reason.length() < 200, reason);
    }

    @Test
    void reportsTheTargetOfRedirects() throws InterruptedException {
        script("https://a.org/", redirect(301, "https://b.org/"));
        script("https://b.org/", new Answer(404));
        assertEquals(
                LinkResult.of(
                        LinkStatus.DEAD,
                        "it redirects to `https://b.org/`, and there the server has no such page (404)"),
                visit("https://a.org/"));
    }

    @Test
    void doesNotFollowRedirectsIntoAPrivateNetwork() throws InterruptedException {
        script("https://a.org/", redirect(302, "http://169.254.169.254/latest"));
        script(
                "http://169.254.169.254/latest",
                new Failure(FailureKind.PRIVATE, "`169.254.169.254` is in a private network"));
        assertEquals(LinkStatus.PRIVATE, visit("https://a.org/").status());
    }
}
