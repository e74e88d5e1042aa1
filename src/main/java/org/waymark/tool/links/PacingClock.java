package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;

/** A clock that can also wait. For use by several threads. */
public interface PacingClock {
    Instant now();

    /** Waits for a time. */
    void sleep(Duration time) throws InterruptedException;
}
