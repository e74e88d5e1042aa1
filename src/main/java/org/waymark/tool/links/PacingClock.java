package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it. For use by several threads. */
public interface PacingClock {
    Instant now();

    /** Returns after a time. */
    void sleep(Duration time) throws InterruptedException;
}
