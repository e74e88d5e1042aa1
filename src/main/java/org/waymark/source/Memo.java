package org.waymark.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Caches the results of a pure function from one run to the next. Inputs are compared by value, so a result is either
 * correct or missing, and nothing needs invalidating. Keeps only what the last run used. Thread-safe within a run.
 *
 * @param <I> the input of the function
 * @param <R> its result
 */
public final class Memo<I, R> {
    private final boolean remembers;
    private Map<String, Known<I, R>> lastRun = Map.of();
    private final Map<String, Known<I, R>> thisRun = new ConcurrentHashMap<>();

    private record Known<I, R>(I input, R result) {}

    private Memo(boolean remembers) {
        this.remembers = remembers;
    }

    /** A memo, or a no-op one for a build that runs once. */
    public static <I, R> Memo<I, R> create(boolean remembers) {
        return new Memo<>(remembers);
    }

    /** Whether results are kept for another run, so small inputs are better than large ones. */
    public boolean remembers() {
        return remembers;
    }

    /**
     * The result of the function for an input.
     *
     * @param name the key of the input; each is used once per run
     */
    public R of(String name, I input, Function<? super I, ? extends R> function) {
        if (!remembers) {
            return function.apply(input);
        }
        Known<I, R> known = lastRun.get(name);
        if (known == null || !known.input().equals(input)) {
            known = new Known<>(input, function.apply(input));
        }
        thisRun.put(name, known);
        return known.result();
    }

    /** Ends a run: drops results that it did not use. */
    public void endRun() {
        lastRun = Map.copyOf(thisRun);
        thisRun.clear();
    }

    /** Drops all results, since the function has changed. */
    public void clear() {
        lastRun = Map.of();
        thisRun.clear();
    }
}
