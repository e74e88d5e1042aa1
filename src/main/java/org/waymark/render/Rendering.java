package org.waymark.render;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Span;

/** One page that a template is rendering, on the thread that created this object. Another thread can stop it. */
final class Rendering {
    /** How many times to try to locate a template while it is running. */
    private static final int ATTEMPTS = 20;

    private final String template;
    private final Environment environment;
    private final Thread thread = Thread.currentThread();
    private boolean isRunning = true;
    private PageWatch.@Nullable Usage start;
    private Duration stoppedAt = Duration.ZERO;
    private volatile @Nullable Diagnostic stopped;

    Rendering(String template, Environment environment) {
        this.template = template;
        this.environment = environment;
    }

    /** Renders the page. If this returns a problem in the template, the output is incomplete. */
    Optional<Diagnostic> run(List<String> templates) {
        try {
            environment.process();
            return Optional.empty();
        } catch (PageTooLong e) {
            return Optional.of(TemplateProblem.tooLong(e.span().orElse(TemplateProblem.beginningOf(template))));
        } catch (IOException e) {
            throw new IllegalStateException("every template is there and rendering in memory cannot fail", e);
        } catch (TemplateException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(stopped != null ? stopped : fault(e, templates));
        } finally {
            end();
        }
    }

    private Diagnostic fault(Throwable thrown, List<String> templates) {
        if (thrown instanceof TemplateException e) {
            return TemplateProblem.diagnose(e, templates);
        }
        if (thrown instanceof StackOverflowError) {
            return TemplateProblem.tooDeep(template);
        }
        if (thrown instanceof OutOfMemoryError) {
            return TemplateProblem.tooLarge(template);
        }
        throw (RuntimeException) thrown;
    }

    /** From now on the thread is not interrupted for this page. */
    private synchronized void end() {
        isRunning = false;
        if (stopped != null) {
            Thread.interrupted();
        }
    }

    Thread thread() {
        return thread;
    }

    /** What the thread had used when this was first called for the page. For the watching thread. */
    PageWatch.Usage firstSeen(PageWatch.Usage now) {
        if (start == null) {
            start = now;
        }
        return start;
    }

    /** Why the page was stopped. */
    Optional<Diagnostic> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Interrupts the template once. For the watching thread. */
    void stop(Duration used, PageWatch.Usage limit) {
        if (stopped != null) {
            return;
        }
        Span here = Stream.generate(() -> TemplateProblem.whereIs(environment))
                .limit(ATTEMPTS)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(TemplateProblem.beginningOf(template));
        synchronized (this) {
            if (isRunning) {
                stoppedAt = used;
                stopped = TemplateProblem.endless(here, limit);
                thread.interrupt();
            }
        }
    }

    /** Whether the page was stopped but has run for longer than the grace period since. For the watching thread. */
    boolean isOverdue(Duration used, Duration grace) {
        return stopped != null && used.minus(stoppedAt).compareTo(grace) > 0;
    }
}
