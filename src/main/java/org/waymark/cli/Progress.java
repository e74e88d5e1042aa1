package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Shows progress on a terminal, after the first second. */
final class Progress implements AutoCloseable {
    private static final String ERASE_LINE = "\r\u001B[2K";

    private final PrintWriter terminal;
    private final @Nullable Timer clock;
    private volatile String doing = "";
    private int seconds;
    private boolean shown;

    private Progress(PrintWriter terminal, @Nullable Timer clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Starts a display; without a terminal it shows nothing. */
    static Progress start(PrintWriter terminal) {
        if (!Ansi.AUTO.enabled()) {
            return new Progress(terminal, null);
        }
        var clock = new Timer("progress", true);
        var progress = new Progress(terminal, clock);
        clock.scheduleAtFixedRate(
                new TimerTask() {
                    @Override
                    public void run() {
                        progress.tick();
                    }
                },
                1000,
                1000);
        return progress;
    }

    void show(String what) {
        doing = what;
    }

    private synchronized void tick() {
        seconds++;
        shown = true;
        terminal.print(ERASE_LINE + doing + " … " + seconds + " s");
        terminal.flush();
    }

    @Override
    public synchronized void close() {
        if (clock != null) {
            clock.cancel();
        }
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
            shown = false;
        }
    }
}
