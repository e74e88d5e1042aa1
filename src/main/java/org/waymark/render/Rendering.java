package org.waymark.render;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Position;

/**
 * One page that a template is making, on the thread on which this was made. Another thread can look at how it gets on, and
 * can stop it.
 */
final class Rendering {
    /** How much of its work is watched to see where it stays. */
    private static final Duration WATCHED = Duration.ofMillis(100);

    private static final int MOST_LOOKS = 100;
    /** In milliseconds, between two looks at where a template is. */
    private static final long PAUSE = 5;

    /** How FreeMarker tells a place, innermost first; one in a text that is taken for a template has no place in a file. */
    private static final Pattern PLACE = Pattern.compile(
            "\\[in template \"((?:(?!->)[^\"])*)\".* at line (\\d+), column (\\d+)]$", Pattern.MULTILINE);

    private final String template;
    private final Environment environment;
    private final Thread thread = Thread.currentThread();
    private boolean isRunning = true;
    /** In nanoseconds, how long the thread had worked at the first look; -1 before. */
    private long atFirstLook = -1;

    private volatile @Nullable Diagnostic stopped;

    /** A place in a template. */
    private record Place(String template, Position position) {}

    Rendering(String template, Environment environment) {
        this.template = template;
        this.environment = environment;
    }

    /** Makes the page. What is wrong with the template is returned; then what was written is worth nothing. */
    Optional<Diagnostic> run(List<String> templates) {
        try {
            environment.process();
            return Optional.empty();
        } catch (TemplateException e) {
            return Optional.of(stopped != null ? stopped : TemplateProblem.diagnose(e, templates));
        } catch (PageTooLong e) {
            return Optional.of(TemplateProblem.tooLong(template));
        } catch (IOException e) {
            throw new IllegalStateException("every template is there and rendering in memory cannot fail", e);
        } catch (StackOverflowError e) {
            return Optional.of(TemplateProblem.tooDeep(template));
        } catch (OutOfMemoryError e) {
            return Optional.of(TemplateProblem.tooLarge(template));
        } catch (RuntimeException e) {
            if (stopped != null) {
                return Optional.of(stopped);
            }
            throw e;
        } finally {
            end();
        }
    }

    /** From now on, nobody stops this thread for this page's sake. */
    private synchronized void end() {
        isRunning = false;
        if (stopped != null) {
            Thread.interrupted();
        }
    }

    /** How long the template has worked on this page since the first look. What else the machine does takes no part in it. */
    Duration worked() {
        long now = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        if (atFirstLook < 0) {
            atFirstLook = now;
        }
        return Duration.ofNanos(now - atFirstLook);
    }

    Optional<Diagnostic> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Stops the template as soon as it begins the next round of a loop. */
    void stop(Duration limit) {
        Place place = whereItStays();
        Diagnostic why = TemplateProblem.endless(place.template(), place.position(), template, limit);
        synchronized (this) {
            if (isRunning && stopped == null) {
                stopped = why;
                thread.interrupt();
            }
        }
    }

    /** Where the loop begins, most likely, that does not end: the first of the places between which the template goes. */
    private Place whereItStays() {
        var looks = new ArrayList<List<Place>>();
        Duration enough = worked().plus(WATCHED);
        while (looks.size() < MOST_LOOKS && worked().compareTo(enough) < 0) {
            looks.add(places());
            pause();
        }
        looks.removeIf(List::isEmpty);
        if (looks.isEmpty()) {
            return new Place(template, new Position(1, 1));
        }
        List<Place> first = looks.get(0);
        int alike = (int) IntStream.range(0, first.size())
                .takeWhile(i -> looks.stream()
                        .allMatch(look -> look.size() > i && look.get(i).equals(first.get(i))))
                .count();
        return looks.stream()
                .filter(look -> look.size() > alike)
                .map(look -> look.get(alike))
                .min(Comparator.comparing(Place::position))
                .orElseGet(() -> first.get(alike - 1));
    }

    /** Where the template is, outermost first. It goes on meanwhile, so that now and then there is no answer. */
    private List<Place> places() {
        var text = new StringWriter();
        try {
            environment.outputInstructionStack(new PrintWriter(text));
        } catch (RuntimeException e) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        for (MatchResult frame :
                PLACE.matcher(text.toString().replace("\r", "")).results().toList()) {
            int line = Integer.parseInt(frame.group(2));
            int column = Integer.parseInt(frame.group(3));
            places.add(0, new Place(frame.group(1), new Position(Math.max(1, line), Math.max(1, column))));
        }
        return places;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
