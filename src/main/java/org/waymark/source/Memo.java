package org.waymark.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a pure function made of its input, from one run to the next. An input is compared by value, so a result
 * is either right or missing: there is nothing to invalidate. It keeps what the last run used and no more. Within a run it
 * is safe for use by several threads.
 *
 * @param <I> what the function takes
 * @param <R> what it makes of that
 */
public final class Memo<I, R> {
    private final boolean remembers;
    private Map<String, Known<I, R>> lastRun = Map.of();
    private final Map<String, Known<I, R>> thisRun = new ConcurrentHashMap<>();

    private record Known<I, R>(I input, R result) {}

    private Memo(boolean remembers) {
        this.remembers = remembers;
    }

    /** A memory, or, for a build that runs once, the want of one. */
    public static <I, R> Memo<I, R> that(boolean remembers) {
        return new Memo<>(remembers);
    }

    /** Whether there will be another run that profits, so that small inputs are better than large ones. */
    public boolean remembers() {
        return remembers;
    }

    /**
     * What the function makes of an input.
     *
     * @param name under which the input is looked for; each is used once a run
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

    /** Ends a run: what it did not use is forgotten. */
    public void endRun() {
        lastRun = Map.copyOf(thisRun);
        thisRun.clear();
    }

    /** Forgets everything, since the function is not what it was. */
    public void forget() {
        lastRun = Map.of();
        thisRun.clear();
    }
}
