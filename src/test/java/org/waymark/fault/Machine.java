package org.waymark.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the machine lets the tests do. Where it does not, they are skipped with a word. */
final class Machine {
    /** Starts a program for which mounts are its own, so that nothing has to be taken back. */
    static final List<String> MOUNTING = mounting();

    /** Starts a program that heeds Ctrl-C, also where the tests run in the background, where a shell lets none heed it. */
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
     * What to put before a program so that file permissions hold for it, as they do not for root.
     *
     * @return nothing for other users
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
