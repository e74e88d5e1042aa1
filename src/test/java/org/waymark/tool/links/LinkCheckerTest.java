package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waymark.tool.links.LinkResult.LinkStatus;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/** Checks many addresses at once. */
@Timeout(60)
class LinkCheckerTest {
    private static final PacingClock REAL = new PacingClock() {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };

    /** Counts which servers are being contacted, and by how many requests at once. */
    private static final class Crowd {
        private final Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
        private final AtomicInteger all = new AtomicInteger();
        private final AtomicInteger mostOfHost = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        void enter(String host) {
            mostOfHost.accumulateAndGet(
                    now.computeIfAbsent(host, name -> new AtomicInteger()).incrementAndGet(), Math::max);
            most.accumulateAndGet(all.incrementAndGet(), Math::max);
        }

        void leave(String host) {
            all.decrementAndGet();
            now.get(host).decrementAndGet();
        }
    }

    private static LinkUrl address(String text) {
        return LinkUrl.of(text).orElseThrow();
    }

    @Test
    void sendsOneRequestPerServerToFewServersAtATime() throws Exception {
        var crowd = new Crowd();
        var requests = new AtomicInteger();
        var servers = new ArrayList<MisbehavingServer>();
        for (int i = 0; i < 50; i++) {
            servers.add(MisbehavingServer.start((line, out, socket) -> {
                String server = String.valueOf(socket.getLocalPort());
                requests.incrementAndGet();
                crowd.enter(server);
                Thread.sleep(5);
                crowd.leave(server);
                MisbehavingServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }));
        }
        List<LinkUrl> addresses = IntStream.range(0, 500)
                .mapToObj(i -> servers.get(i % 50).address("/" + i))
                .toList();
        var web = new HttpWebClient("Waymark (test)", Duration.ofSeconds(5), Duration.ofSeconds(5), true);
        var policy = new RequestPolicy(8, Duration.ofMillis(20), List.of(Duration.ZERO), Duration.ofSeconds(1));
        var results = new ConcurrentHashMap<LinkUrl, LinkResult>();
        new LinkChecker(web, policy, REAL).check(addresses, results::put);

        assertEquals(500, results.size());
        assertEquals(
                List.of(LinkResult.GOOD), results.values().stream().distinct().toList());
        assertEquals(500, requests.get());
        assertEquals(1, crowd.mostOfHost.get());
        assertTrue(crowd.most.get() > 2 && crowd.most.get() <= 8, crowd.most::toString);
        for (MisbehavingServer server : servers) {
            server.close();
        }
    }

    @Test
    void throttlesAServerToWhichOthersRedirect() throws Exception {
        var crowd = new Crowd();
        WebClient web = (address, method) -> {
            crowd.enter(address.host());
            Thread.sleep(2);
            crowd.leave(address.host());
            return address.host().equals("goal.org")
                    ? new Answer(200)
                    : new Answer(
                            302,
                            java.util.Optional.of("https://goal.org/" + address.host()),
                            Optional.empty(),
                            false,
                            false);
        };
        var addresses = new ArrayList<LinkUrl>();
        for (int i = 0; i < 40; i++) {
            addresses.add(address("https://host" + i + ".org/"));
        }
        var results = new ConcurrentHashMap<LinkUrl, LinkResult>();
        var policy = new RequestPolicy(8, Duration.ZERO, List.of(), Duration.ofSeconds(1));
        new LinkChecker(web, policy, REAL).check(addresses, results::put);
        assertEquals(40, results.size());
        assertEquals(1, crowd.mostOfHost.get());
    }

    @Test
    void asksForEachAddressOnce() throws InterruptedException {
        var asked = new AtomicInteger();
        WebClient web = (address, method) -> {
            asked.incrementAndGet();
            return new Answer(200);
        };
        new LinkChecker(web, RequestPolicy.DEFAULT, new FakePacingClock())
                .check(List.of(address("https://a.org"), address("https://A.org/#x")), (address, result) -> {});
        assertEquals(1, asked.get());
    }

    @Test
    void keepsResultsWhenStopped() throws InterruptedException {
        var learnt = new ConcurrentHashMap<LinkUrl, LinkResult>();
        var stuck = new CountDownLatch(1);
        WebClient web = (address, method) -> {
            if (address.host().equals("slow.org")) {
                stuck.countDown();
                Thread.sleep(60_000);
            }
            return new Answer(200);
        };
        var stopped = new CountDownLatch(1);
        var thread = new Thread(() -> {
            try {
                new LinkChecker(web, RequestPolicy.DEFAULT, new FakePacingClock())
                        .check(List.of(address("https://a.org"), address("https://slow.org")), learnt::put);
            } catch (InterruptedException e) {
                stopped.countDown();
            }
        });
        thread.start();
        stuck.await();
        while (learnt.isEmpty()) {
            Thread.sleep(5);
        }
        thread.interrupt();
        stopped.await();
        assertEquals(LinkStatus.GOOD, learnt.get(address("https://a.org")).status());
    }

    @Test
    void doesNotHideItsOwnFaults() {
        WebClient web = (address, method) -> {
            throw new IllegalArgumentException("a bug");
        };
        assertThrows(
                IllegalStateException.class,
                () -> new LinkChecker(web, RequestPolicy.DEFAULT, new FakePacingClock())
                        .check(List.of(address("https://a.org")), (address, result) -> {}));
    }

    @Test
    void doesNotTakeAPrivateAddressAsProofOfANetwork() throws InterruptedException {
        var found = new ConcurrentHashMap<LinkUrl, LinkResult>();
        WebClient web = (address, method) -> address.host().endsWith(".local")
                ? new Failure(FailureKind.PRIVATE, "it is in a private network")
                : new Failure(FailureKind.OUT_OF_REACH, "it is unknown");
        List<LinkUrl> inside = List.of(address("https://a.local"), address("https://b.local"));
        List<LinkUrl> all = Stream.concat(
                        inside.stream(), Stream.of(address("https://a.org"), address("https://b.org")))
                .toList();

        assertFalse(new LinkChecker(web, RequestPolicy.DEFAULT, new FakePacingClock()).check(all, found::put));
        assertEquals(Set.copyOf(inside), found.keySet());
        assertTrue(new LinkChecker(web, RequestPolicy.DEFAULT, new FakePacingClock()).check(inside, found::put));
    }

    @Test
    void asksOnlyTheFirstServersWithoutANetwork() throws InterruptedException {
        var asked = new ConcurrentHashMap<String, Integer>();
        WebClient dead = (address, method) -> {
            asked.merge(address.host(), 1, Integer::sum);
            return new Failure(FailureKind.OUT_OF_REACH, "it is unknown");
        };
        List<LinkUrl> many = IntStream.range(0, 300)
                .mapToObj(i -> address("https://host-" + i + ".example"))
                .toList();
        var found = new ConcurrentHashMap<LinkUrl, LinkResult>();
        assertFalse(new LinkChecker(dead, RequestPolicy.DEFAULT, new FakePacingClock()).check(many, found::put));
        assertEquals(Map.of(), found);
        assertTrue(asked.size() < 60, asked.size() + " servers were asked");
    }

    @Test
    void reportsNothingAsDeadWhileNoServerIsReached() throws InterruptedException {
        var found = new ConcurrentHashMap<LinkUrl, LinkResult>();
        WebClient dead = (address, method) -> new Failure(FailureKind.OUT_OF_REACH, "it is unknown");
        WebClient nearlyDead =
                (address, method) -> address.host().equals("z.org") ? new Answer(404) : dead.ask(address, method);
        List<LinkUrl> two = List.of(address("https://a.org"), address("https://z.org"));

        assertFalse(new LinkChecker(dead, RequestPolicy.DEFAULT, new FakePacingClock()).check(two, found::put));
        assertEquals(Map.of(), found);
        assertTrue(new LinkChecker(nearlyDead, RequestPolicy.DEFAULT, new FakePacingClock()).check(two, found::put));
        assertEquals(Set.copyOf(two), found.keySet());
        found.clear();
        assertTrue(new LinkChecker(dead, RequestPolicy.DEFAULT, new FakePacingClock())
                .check(two.subList(0, 1), found::put));
        assertEquals(1, found.size());
        assertTrue(new LinkChecker(dead, RequestPolicy.DEFAULT, new FakePacingClock()).check(List.of(), found::put));
    }
}
