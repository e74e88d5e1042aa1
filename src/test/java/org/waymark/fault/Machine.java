package org.waymark.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the machine allows tests to do. Tests that need more are skipped with a message. */
final class Machine {
    /** Starts a program with private mounts, so nothing needs unmounting. */
    static final List<String> MOUNTING = mounting();

    /** Starts a program that responds to Ctrl-C even if the tests run in the background, where shells ignore it. */
    static final List<String> HEEDING_SIGNALS = Stream.of(List.of("env", "--default-signal=INT"))
            .filter(way -> works(way, "true"))
            .findFirst()
            .orElse(List.of());

    private Machine() {}

    private static List<String> mounting() {
        return List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount")).stream()
                .filter(way -> works(way, "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt"))
                .findFirst()
                .orElse(List.of());
    }

    static void assumeMounts() {
        assumeTrue(!MOUNTING.isEmpty(), "this machine lets the tests mount nothing");
    }

    /**
     * A prefix for commands that makes file permissions apply to them, which they do not for root.
     *
     * @return empty for other users
     */
    static String obeyingPermissions() {
        if (!System.getProperty("user.name").equals("root")) {
            return "";
        }
        assumeTrue(works(List.of("setpriv", "--bounding-set=-all"), "true"), "this machine lets root write everywhere");
        return "setpriv --bounding-set=-all ";
    }

    static boolean works(List<String> before, String... command) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
