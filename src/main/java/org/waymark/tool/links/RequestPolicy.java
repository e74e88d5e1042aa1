package org.waymark.tool.links;

import java.time.Duration;
import java.util.List;

/**
 * How to treat other people's servers.
 *
 * @param hostsAtOnce how many servers are asked at the same time, each by one request at a time
 * @param pause between two requests to the same server
 * @param retries how long to wait before each further try, when a server fails or asks for it
 * @param longestWait the longest delay a server may ask for; one that asks for more is not contacted again in this run
 */
public record RequestPolicy(int hostsAtOnce, Duration pause, List<Duration> retries, Duration longestWait) {
    /** The default, which is light on servers. */
    public static final RequestPolicy DEFAULT = new RequestPolicy(
            8, Duration.ofSeconds(1), List.of(Duration.ofSeconds(3), Duration.ofSeconds(15)), Duration.ofMinutes(1));

    public RequestPolicy {
        retries = List.copyOf(retries);
    }
}
