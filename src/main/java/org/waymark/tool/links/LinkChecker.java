package org.waymark.tool.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.waymark.tool.links.LinkResult.LinkStatus;

/** Checks many addresses: several servers at a time, but each server one address after the other. */
public final class LinkChecker {
    /** If this many servers cannot be reached, the network is faulty. */
    private static final int FEW_SERVERS = 5;

    private final WebClient web;
    private final RequestPolicy policy;
    private final PacingClock clock;

    public LinkChecker(WebClient web, RequestPolicy policy, PacingClock clock) {
        this.web = web;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Checks each address. Until any server has been reached, this machine may be offline, so nothing is reported as
     * dead.
     *
     * @param found receives each result as soon as it is known, on one thread at a time
     * @return false if there were several servers and none of the first {@value #FEW_SERVERS} could be reached; the
     *     others are then not contacted
     * @throws InterruptedException when the caller is to stop; no request continues after that
     */
    public boolean check(Collection<LinkUrl> addresses, BiConsumer<LinkUrl, LinkResult> found)
            throws InterruptedException {
        var hosts = new HostThrottle(web, policy, clock);
        List<List<LinkUrl>> lists = byHost(addresses);
        var results = new Results(hosts, found);
        ExecutorService threads = Executors.newFixedThreadPool(policy.hostsAtOnce(), task -> {
            var thread = new Thread(task, "links");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ExecutorCompletionService<@Nullable Void>(threads);
            for (List<LinkUrl> ofHost : lists) {
                running.submit(() -> {
                    for (LinkUrl address : ofHost) {
                        if (results.isOffline()) {
                            break;
                        }
                        results.add(address, AddressCheck.of(address, hosts, policy, clock));
                    }
                    return null;
                });
            }
            for (int done = 0; done < lists.size() && !results.isOffline(); done++) {
                join(running.take());
            }
        } finally {
            threads.shutdownNow();
        }
        return results.end();
    }

    /** Withholds failures that may be due to this machine. */
    private static final class Results {
        private final HostThrottle hosts;
        private final BiConsumer<LinkUrl, LinkResult> found;
        private final Map<LinkUrl, LinkResult> held = new LinkedHashMap<>();
        private final Set<String> unreached = new HashSet<>();

        Results(HostThrottle hosts, BiConsumer<LinkUrl, LinkResult> found) {
            this.hosts = hosts;
            this.found = found;
        }

        synchronized void add(LinkUrl address, LinkResult result) {
            if (result.status() == LinkStatus.PRIVATE) {
                found.accept(address, result); // with or without a network
                return;
            }
            held.put(address, result);
            unreached.add(address.server());
            if (hosts.hasReachedOne()) {
                release();
            }
        }

        synchronized boolean isOffline() {
            return unreached.size() >= FEW_SERVERS && !hosts.hasReachedOne();
        }

        synchronized boolean end() {
            boolean isOffline = unreached.size() > 1 && !hosts.hasReachedOne();
            if (!isOffline) {
                release();
            }
            return !isOffline;
        }

        private void release() {
            held.forEach(found);
            held.clear();
        }
    }

    private static void join(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a link could not be checked", e.getCause());
        }
    }

    /** The longest list first, since each is worked through one by one. */
    private static List<List<LinkUrl>> byHost(Collection<LinkUrl> addresses) {
        var byHost = new TreeMap<String, List<LinkUrl>>();
        addresses.stream()
                .distinct()
                .sorted()
                .forEach(address -> byHost.computeIfAbsent(address.server(), host -> new ArrayList<>())
                        .add(address));
        return byHost.values().stream()
                .sorted(Comparator.comparing(list -> -list.size()))
                .toList();
    }
}
