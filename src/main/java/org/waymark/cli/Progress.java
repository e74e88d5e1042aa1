package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Shows progress: on a terminal each second, elsewhere with a line each minute, so a log shows that work continues.
 */
final class Progress implements AutoCloseable {
    private static final String ERASE_LINE = "\r\u001B[2K";

    private final PrintWriter terminal;
    private final boolean isTerminal;
    private final Timer clock = new Timer("progress", true);
    private volatile String doing = "";
    private int seconds;
    private boolean shown;

    private Progress(PrintWriter terminal, boolean isTerminal) {
        this.terminal = terminal;
        this.isTerminal = isTerminal;
    }

    static Progress start(PrintWriter terminal) {
        var progress = new Progress(terminal, Terminal.obeysSequences());
        progress.clock.scheduleAtFixedRate(
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
        if (!isTerminal) {
            if (seconds % 60 == 0) {
                terminal.println(doing + " … " + seconds + " s");
                terminal.flush();
            }
            return;
        }
        shown = true;
        terminal.print(ERASE_LINE + doing + " … " + seconds + " s");
        terminal.flush();
    }

    @Override
    public synchronized void close() {
        clock.cancel();
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
            shown = false;
        }
    }
}
