package org.waymark.tool.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.waymark.tool.links.Result.Verdict;

/** Asks for many addresses: several servers at a time, but each server for one address after the other. */
public final class LinkChecker {
    private final Web web;
    private final Manners manners;
    private final Waiting waiting;

    public LinkChecker(Web web, Manners manners, Waiting waiting) {
        this.web = web;
        this.manners = manners;
        this.waiting = waiting;
    }

    /**
     * Asks for each address. As long as no server at all can be reached, it may be this machine that is not connected; so
     * until then nothing is called dead.
     *
     * @param found is told of each result as soon as it is known, by one thread at a time
     * @return false where there were several servers, and none of them could be reached
     * @throws InterruptedException when the caller is to stop; nothing goes on behind its back
     */
    public boolean check(Collection<WebAddress> addresses, BiConsumer<WebAddress, Result> found)
            throws InterruptedException {
        var hosts = new Hosts(web, manners, waiting);
        List<List<WebAddress>> lists = byHost(addresses);
        var results = new Results(hosts, found);
        ExecutorService threads = Executors.newFixedThreadPool(manners.hostsAtOnce(), task -> {
            var thread = new Thread(task, "links");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ArrayList<Future<?>>();
            for (List<WebAddress> ofHost : lists) {
                running.add(threads.submit(() -> {
                    for (WebAddress address : ofHost) {
                        results.add(address, Visit.of(address, hosts, manners, waiting));
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                join(each);
            }
        } finally {
            threads.shutdownNow();
        }
        return results.end();
    }

    /** Holds back what may only be the fault of this machine. */
    private static final class Results {
        private final Hosts hosts;
        private final BiConsumer<WebAddress, Result> found;
        private final Map<WebAddress, Result> held = new LinkedHashMap<>();

        Results(Hosts hosts, BiConsumer<WebAddress, Result> found) {
            this.hosts = hosts;
            this.found = found;
        }

        synchronized void add(WebAddress address, Result result) {
            if (result.verdict() == Verdict.PRIVATE) {
                found.accept(address, result); // whether there is a network or not
                return;
            }
            held.put(address, result);
            if (hosts.hasReachedOne()) {
                release();
            }
        }

        synchronized boolean end() {
            boolean areSeveral =
                    held.keySet().stream().map(WebAddress::server).distinct().count() > 1;
            boolean isOffline = areSeveral && !hosts.hasReachedOne();
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
    private static List<List<WebAddress>> byHost(Collection<WebAddress> addresses) {
        var byHost = new TreeMap<String, List<WebAddress>>();
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
