package org.waymark.tool.serve;

import java.io.IOException;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Disconnects browsers that request something and do not read it, since each blocks a thread. The JDK server's own
 * limit would also affect those that wait for events.
 */
final class SlowClients implements AutoCloseable {
    /** In milliseconds. */
    private static final long BEAT = 5_000;
    /** A browser on this machine takes the largest picture within a second. */
    private static final int MAX_BEATS = 3;

    private final Set<Sending> all = ConcurrentHashMap.newKeySet();
    private final Timer timer = new Timer("preview slow readers", true);

    /** What is to be sent to a browser. */
    interface ResponseWriter {
        void send() throws IOException;
    }

    /** The response that a thread is sending. */
    private static final class Sending {
        private final Thread thread = Thread.currentThread();
        private int beats;
        private boolean isSent;

        /**
         * Java closes the connection of a thread that is interrupted while it writes; closing it from here would block
         * as well.
         */
        synchronized void beat() {
            beats++;
            if (beats > MAX_BEATS && !isSent) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            isSent = true;
            if (beats > MAX_BEATS) {
                Thread.interrupted();
            }
        }
    }

    SlowClients() {
        var beat = new TimerTask() {
            @Override
            public void run() {
                all.forEach(Sending::beat);
            }
        };
        timer.schedule(beat, BEAT, BEAT);
    }

    /** @throws IOException if the browser has disconnected, or does not read it */
    void send(ResponseWriter answer) throws IOException {
        var sending = new Sending();
        all.add(sending);
        try {
            answer.send();
        } finally {
            all.remove(sending);
            sending.end();
        }
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
