package org.waymark.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The user's browser. */
final class Browser {
    /** A program that opens a browser fails at once or not at all. */
    private static final long SECONDS = 5;

    private Browser() {}

    /** Opens an address, or reports that it cannot, without waiting. */
    static void open(String url, Consumer<String> say) {
        var opening = new Thread(
                () -> {
                    if (!isOpened(url)) {
                        say.accept("Cannot open a browser. Open " + url + " yourself.");
                    }
                },
                "browser");
        opening.setDaemon(true);
        opening.start();
    }

    private static boolean isOpened(String url) {
        try {
            Process process = new ProcessBuilder(command(
                            url,
                            System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                            System.getenv().getOrDefault("SystemRoot", "C:\\Windows")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** On Windows with its full path: the current folder, often a checkout, comes before the system's folders there. */
    static List<String> command(String url, String system, String windowsFolder) {
        if (system.startsWith("windows")) {
            return List.of(windowsFolder + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", url);
        }
        return List.of(system.contains("mac") ? "/usr/bin/open" : "xdg-open", url);
    }
}
