package org.waymark.render;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;

/**
 * Sees to it that no template works on a page without an end. A loop is stopped when its next round begins. What cannot be
 * stopped, such as a search by a pattern, is left behind on its thread, and pages that were not begun are not made. For the
 * pages of one run.
 */
final class PageWatch {
    /** Far longer than any page takes: one with 10,000 entries takes less than a second. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    /** After so many times as long, a template that does not stop is left behind. */
    private static final int GRACE = 2;

    private final Duration longest;
    private final AtomicInteger busy = new AtomicInteger();
    private final Set<Rendering> running = ConcurrentHashMap.newKeySet();
    private volatile boolean hasGivenUp;

    PageWatch(Duration longest) {
        this.longest = longest;
    }

    /** Does the whole work in parallel, and returns its findings, or those about the templates that were left behind. */
    List<Diagnostic> over(Supplier<List<Diagnostic>> work) {
        // The threads that all share would be lost to others with a template that is left behind.
        var threads = new ForkJoinPool(ForkJoinPool.getCommonPoolParallelism() + 1);
        ForkJoinTask<List<Diagnostic>> found = threads.submit(work::get);
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return found.get(longest.toMillis() / 10, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    List<Rendering> left = look();
                    if (hasGivenUp && busy.get() == left.size()) {
                        return left.stream()
                                .flatMap(rendering -> rendering.stopped().stream())
                                .distinct()
                                .toList();
                    }
                } catch (ExecutionException e) {
                    return found.join(); // which throws what was thrown
                } catch (InterruptedException e) {
                    isInterrupted = true; // the pages are made nevertheless
                }
            }
        } finally {
            threads.shutdown();
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does the work of one page, unless that is in vain. */
    <T> Stream<T> page(Supplier<Stream<T>> work) {
        busy.incrementAndGet();
        try {
            return hasGivenUp ? Stream.empty() : work.get();
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Runs a template within the work of a page. */
    Optional<Diagnostic> run(Rendering rendering, List<String> templates) {
        running.add(rendering);
        try {
            return rendering.run(templates);
        } finally {
            running.remove(rendering);
        }
    }

    /** Whether a template was left behind, so that there will be no edition. */
    boolean hasGivenUp() {
        return hasGivenUp;
    }

    /** Stops what works for too long, and returns those that do not stop. */
    private List<Rendering> look() {
        running.stream()
                .filter(rendering -> rendering.stopped().isEmpty())
                .filter(rendering -> rendering.worked().compareTo(longest) > 0)
                .forEach(rendering -> rendering.stop(longest));
        List<Rendering> left = running.stream()
                .filter(rendering -> rendering.worked().compareTo(longest.multipliedBy(GRACE)) > 0)
                .toList();
        hasGivenUp = hasGivenUp || !left.isEmpty();
        return left;
    }
}
