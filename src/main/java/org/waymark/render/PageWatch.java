package org.waymark.render;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
 * Limits the processor time and memory that a template may use for one page. A template that exceeds a limit is
 * interrupted, which FreeMarker notices between two iterations of a loop. One that cannot be interrupted, such as a
 * slow regular expression, is abandoned on its thread, and no more pages are started. For the pages of one run.
 */
final class PageWatch {
    /**
     * Five seconds of processor time, when a page with 10,000 entries takes less than one; and half a gigabyte
     * allocated, including freed memory, which is 16 times the maximum length of a page.
     */
    static final Usage LIMIT = new Usage(Duration.ofSeconds(5), 512L << 20);
    /**
     * How many times the watch checks within the time limit of a page. A template that runs on for another such
     * period after it was stopped is abandoned.
     */
    private static final int CHECKS = 20;

    private final Usage limit;
    private final AtomicInteger busy = new AtomicInteger();
    private final Set<Rendering> running = ConcurrentHashMap.newKeySet();
    private volatile boolean hasGivenUp;

    /**
     * The resources that a thread has used.
     *
     * @param time processor time
     * @param allocated in bytes
     */
    record Usage(Duration time, long allocated) {
        static Usage of(Thread thread) {
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            return new Usage(
                    Duration.ofNanos(threads.getThreadCpuTime(thread.getId())),
                    threads.getThreadAllocatedBytes(thread.getId()));
        }

        Usage since(Usage start) {
            return new Usage(time.minus(start.time), allocated - start.allocated);
        }

        boolean exceeds(Usage limit) {
            return time.compareTo(limit.time) > 0 || allocated > limit.allocated;
        }
    }

    PageWatch(Usage limit) {
        this.limit = limit;
    }

    /** Does all work in parallel, and returns its findings, or those about abandoned templates. */
    List<Diagnostic> over(Supplier<List<Diagnostic>> work) {
        // An abandoned template must not block a thread of the common pool.
        var threads = new ForkJoinPool(ForkJoinPool.getCommonPoolParallelism() + 1);
        ForkJoinTask<List<Diagnostic>> found = threads.submit(work::get);
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return found.get(limit.time().toMillis() / CHECKS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    List<Rendering> abandoned = check();
                    if (hasGivenUp && busy.get() == abandoned.size()) {
                        return abandoned.stream()
                                .flatMap(rendering -> rendering.stopped().stream())
                                .distinct()
                                .toList();
                    }
                } catch (ExecutionException e) {
                    return found.join(); // rethrows its exception
                } catch (InterruptedException e) {
                    isInterrupted = true; // the pages are still rendered
                }
            }
        } finally {
            threads.shutdown();
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does the work of one page, unless the run has been abandoned. */
    <T> Stream<T> page(Supplier<Stream<T>> work) {
        busy.incrementAndGet();
        try {
            return hasGivenUp ? Stream.empty() : work.get();
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Runs a template as part of the work of a page. */
    Optional<Diagnostic> run(Rendering rendering, List<String> templates) {
        running.add(rendering);
        try {
            return rendering.run(templates);
        } finally {
            running.remove(rendering);
        }
    }

    /** Whether a template was abandoned, so there will be no edition. */
    boolean hasGivenUp() {
        return hasGivenUp;
    }

    /** Interrupts templates that exceed a limit, and returns those that do not stop. */
    private List<Rendering> check() {
        List<Rendering> goingOn =
                running.stream().filter(this::hasIgnoredTheLimits).toList();
        hasGivenUp = hasGivenUp || !goingOn.isEmpty();
        return goingOn;
    }

    private boolean hasIgnoredTheLimits(Rendering rendering) {
        Usage now = Usage.of(rendering.thread());
        // What a page used before the first check that saw it is not counted: it may be what earlier pages used.
        Usage used = now.since(rendering.firstSeen(now));
        if (used.exceeds(limit)) {
            rendering.stop(used.time(), limit);
        }
        return rendering.isOverdue(used.time(), limit.time().dividedBy(CHECKS));
    }
}
