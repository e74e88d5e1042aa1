package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.Trouble;

/** Sees to it that each server is asked by one at a time, and not too often. For use by several threads. */
final class Hosts {
    /** Who has been out of reach for so many addresses in a row is not asked for the next. */
    private static final int ENOUGH = 2;

    private final Web web;
    private final Manners manners;
    private final Waiting waiting;
    private volatile boolean hasReachedOne;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    Hosts(Web web, Manners manners, Waiting waiting) {
        this.web = web;
        this.manners = manners;
        this.waiting = waiting;
    }

    private static final class Host {
        private final ReentrantLock turn = new ReentrantLock(true);
        private Instant free = Instant.MIN;
        private int unreached;
        private Optional<Reply> given = Optional.empty();
    }

    /** Makes a request when the server's turn has come; or repeats what the server has said of all its pages. */
    Reply ask(WebAddress address, Web.Method method) throws InterruptedException {
        Host host = host(address);
        host.turn.lockInterruptibly();
        try {
            if (host.given.isPresent()) {
                return host.given.get();
            }
            Instant now = waiting.now();
            if (host.free.isAfter(now)) {
                waiting.sleep(Duration.between(now, host.free));
            }
            Reply reply = web.ask(address, method);
            if (isFromServer(reply)) {
                hasReachedOne = true;
            }
            host.free = waiting.now().plus(manners.pause());
            return reply;
        } finally {
            host.turn.unlock();
        }
    }

    /** Whether a server has said or done anything. One in a private network was not even asked. */
    private static boolean isFromServer(Reply reply) {
        return !(reply instanceof Failure failure)
                || (!failure.trouble().isOfHost() && failure.trouble() != Trouble.PRIVATE);
    }

    /** Whether there was any server that could be reached, so that there is a network. */
    boolean hasReachedOne() {
        return hasReachedOne;
    }

    /** Leaves a server alone for a time. */
    void leaveAlone(WebAddress address, Duration time) {
        Host host = host(address);
        host.turn.lock();
        try {
            Instant until = waiting.now().plus(time);
            host.free = until.isAfter(host.free) ? until : host.free;
        } finally {
            host.turn.unlock();
        }
    }

    /** Never asks a server again: this is what it says to everyone. */
    void giveUp(WebAddress address, Reply last) {
        Host host = host(address);
        host.turn.lock();
        try {
            host.given = Optional.of(last);
        } finally {
            host.turn.unlock();
        }
    }

    /** Takes to heart how the tries for one address have ended. */
    void ended(WebAddress address, Reply last) {
        Host host = host(address);
        host.turn.lock();
        try {
            boolean isUnreached =
                    last instanceof Failure failure && failure.trouble().isOfHost();
            host.unreached = isUnreached ? host.unreached + 1 : 0;
            if (host.unreached >= ENOUGH) {
                host.given = Optional.of(last);
            }
        } finally {
            host.turn.unlock();
        }
    }

    private Host host(WebAddress address) {
        return hosts.computeIfAbsent(address.server(), name -> new Host());
    }
}
