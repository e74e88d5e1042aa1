package org.waymark.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The browser of whoever sits at this machine. */
final class Browser {
    /** Programs that start a browser end at once; one that has not failed by then will not. */
    private static final long SECONDS = 5;

    private Browser() {}

    /** Opens an address, or says that it cannot. Does not wait for either. */
    static void open(String url, Consumer<String> say) {
        var opening = new Thread(
                () -> {
                    if (!isOpened(url)) {
                        say.accept("No browser could be opened here. Open " + url + " yourself.");
                    }
                },
                "browser");
        opening.setDaemon(true);
        opening.start();
    }

    private static boolean isOpened(String url) {
        try {
            Process process = new ProcessBuilder(command(url))
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

    private static List<String> command(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", url);
    }
}
