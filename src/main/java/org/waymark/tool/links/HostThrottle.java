package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/** Sends each server one request at a time, with a pause between two. For use by several threads. */
final class HostThrottle {
    /** After this many failures in a row, a server gets no more requests. */
    private static final int MAX_UNREACHED = 2;

    private final WebClient web;
    private final RequestPolicy policy;
    private final PacingClock clock;
    private volatile boolean hasReachedOne;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostThrottle(WebClient web, RequestPolicy policy, PacingClock clock) {
        this.web = web;
        this.policy = policy;
        this.clock = clock;
    }

    private static final class Host {
        private final ReentrantLock turn = new ReentrantLock(true);
        private Instant free = Instant.MIN;
        private int unreached;
        private Optional<Reply> given = Optional.empty();
    }

    /**
     * Makes a request when the server is due for one; or repeats the server's reply if that holds for all its pages.
     */
    Reply ask(LinkUrl address, WebClient.Method method) throws InterruptedException {
        Host host = host(address);
        host.turn.lockInterruptibly();
        try {
            if (host.given.isPresent()) {
                return host.given.get();
            }
            Instant now = clock.now();
            if (host.free.isAfter(now)) {
                clock.sleep(Duration.between(now, host.free));
            }
            Reply reply = web.ask(address, method);
            if (isFromServer(reply)) {
                hasReachedOne = true;
            }
            host.free = clock.now().plus(policy.pause());
            return reply;
        } finally {
            host.turn.unlock();
        }
    }

    /** Whether a server has responded in any way. One in a private network was not contacted. */
    private static boolean isFromServer(Reply reply) {
        return !(reply instanceof Failure failure)
                || (!failure.kind().isHostLevel() && failure.kind() != FailureKind.PRIVATE);
    }

    /** Whether any server could be reached, so there is a network. */
    boolean hasReachedOne() {
        return hasReachedOne;
    }

    /** Sends a server no requests for a while. */
    void leaveAlone(LinkUrl address, Duration time) {
        Host host = host(address);
        host.turn.lock();
        try {
            Instant until = clock.now().plus(time);
            host.free = until.isAfter(host.free) ? until : host.free;
        } finally {
            host.turn.unlock();
        }
    }

    /** Sends a server no more requests: this reply holds for all its pages. */
    void giveUp(LinkUrl address, Reply last) {
        Host host = host(address);
        host.turn.lock();
        try {
            host.given = Optional.of(last);
        } finally {
            host.turn.unlock();
        }
    }

    /** Records the result of all tries for one address. */
    void ended(LinkUrl address, Reply last) {
        Host host = host(address);
        host.turn.lock();
        try {
            boolean isUnreached =
                    last instanceof Failure failure && failure.kind().isHostLevel();
            host.unreached = isUnreached ? host.unreached + 1 : 0;
            if (host.unreached >= MAX_UNREACHED) {
                host.given = Optional.of(last);
            }
        } finally {
            host.turn.unlock();
        }
    }

    private Host host(LinkUrl address) {
        return hosts.computeIfAbsent(address.server(), name -> new Host());
    }
}
