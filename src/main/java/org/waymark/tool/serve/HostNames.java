package org.waymark.tool.serve;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names by which browsers may ask for the preview. Any site can make its own name resolve to this machine (DNS
 * rebinding), so only names that no site can have are answered: those of this machine, and numeric addresses.
 */
final class HostNames {
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]{2,45}]");

    private final Predicate<String> known;

    private HostNames(Predicate<String> known) {
        this.known = known;
    }

    /** The names of a server that only this machine can reach, at its port. */
    static HostNames ofThisMachine(int port) {
        String ending = ":" + port;
        return new HostNames(name -> Stream.of("localhost", "127.0.0.1", "[::1]")
                // A browser leaves out the port that is usual for the protocol.
                .anyMatch(own -> name.equals(own + ending) || (port == 80 && name.equals(own))));
    }

    /**
     * The names of a server that others may reach, at any port, since a container may publish it at another.
     *
     * @param host the name or address that the user gave
     */
    static HostNames open(String host) {
        String given = host.toLowerCase(Locale.ROOT);
        return new HostNames(name -> {
            String plain = PORT.matcher(name).replaceFirst("");
            return plain.equals("localhost")
                    || plain.equals(given)
                    || NUMBERS.matcher(plain).matches();
        });
    }

    /** Whether it is one of them, as a browser gives it: with its port, if that is not the usual one. */
    boolean has(String name) {
        return known.test(name.toLowerCase(Locale.ROOT));
    }
}
