package org.waymark.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.waymark.tool.links.PacingClock;

/** The system clock. */
final class SystemPacingClock implements PacingClock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
