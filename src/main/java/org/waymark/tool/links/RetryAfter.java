package org.waymark.tool.links;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a server asks to wait before a retry (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Longer delays are mistakes. */
    private static final Duration YEAR = Duration.ofDays(366);

    private RetryAfter() {}

    /** Empty if it is malformed; at most about a year. */
    static Optional<Duration> wait(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d+")) {
            return Optional.of(text.length() > 9 ? YEAR : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, then)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        Duration atLeast = wait.isNegative() ? Duration.ZERO : wait;
        return atLeast.compareTo(YEAR) > 0 ? YEAR : atLeast;
    }
}
