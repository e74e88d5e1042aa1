package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps, and then instantly. */
final class FakePacingClock implements PacingClock {
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = Instant.parse("2025-03-01T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now = now.plus(time);
    }

    /** The duration of each sleep. */
    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
