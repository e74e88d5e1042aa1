package org.waymark.tool.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Json;

/**
 * Browsers waiting for changes, by server-sent events (HTML, section 9.2). Each event contains everything that has
 * changed since the page of that browser was made, so it does not matter if one is missed. A stream takes a thread only
 * while something is written to it.
 */
final class EventStreams implements AutoCloseable {
    private static final int MAX = 1000;
    /** Beyond this number, a browser only needs to know that there are many. */
    private static final int MAX_CHANGED = 200;
    /** The interval between keep-alive signals, which reveal closed streams, in milliseconds. */
    private static final long HEARTBEAT = 15_000;

    private final Executor threads;
    private final SlowClients slowClients;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(MAX);
    private final Timer heart = new Timer("preview heartbeat", true);
    private volatile @Nullable PreviewState state;

    EventStreams(Executor threads, SlowClients slowClients) {
        this.threads = threads;
        this.slowClients = slowClients;
        var beat = new TimerTask() {
            @Override
            public void run() {
                streams.forEach(Stream::wake);
            }
        };
        heart.schedule(beat, HEARTBEAT, HEARTBEAT);
    }

    /**
     * Keeps a browser informed from now on, if another stream can be held open.
     *
     * @param since the number of the edition that it shows
     * @return whether it can; if not, nothing has been answered
     */
    boolean add(HttpExchange exchange, long since) throws IOException {
        if (!room.tryAcquire()) {
            return false;
        }
        var stream = new Stream(exchange, since);
        streams.add(stream);
        try {
            stream.begin();
        } catch (IOException | RuntimeException e) {
            stream.end();
            throw e;
        }
        return true;
    }

    void publish(PreviewState next) {
        state = next;
        streams.forEach(Stream::wake);
    }

    @Override
    public void close() {
        heart.cancel();
        streams.forEach(Stream::end);
    }

    /** The event for a browser that shows an edition. */
    static String event(PreviewState state, long since) {
        List<String> changed = state.site().changedAfter(since, MAX_CHANGED + 1);
        PreviewState.FindingsSummary findings = state.findings();
        String event = Json.line(Json.object()
                .add("number", state.number())
                .add("much", changed.size() > MAX_CHANGED)
                .add("changed", changed.stream().limit(MAX_CHANGED).toList())
                .add("errors", findings.errors())
                .add("warnings", findings.warnings())
                .add("title", findings.title())
                .add("text", findings.text()));
        // JSON has no line ends outside its strings, and writes those within as \n.
        return "retry: 500\ndata: " + event + "\n\n";
    }

    /** One browser. */
    private final class Stream implements Runnable {
        private final HttpExchange exchange;
        private final long since;
        /**
         * The number of pending writes, of which the opening of the stream is the first. One thread at a time writes.
         */
        private final AtomicInteger due = new AtomicInteger(1);

        private long sent = -1;

        Stream(HttpExchange exchange, long since) {
            this.exchange = exchange;
            this.since = since;
        }

        void begin() throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            start();
        }

        void wake() {
            if (due.getAndIncrement() == 0) {
                start();
            }
        }

        private void start() {
            try {
                threads.execute(this);
            } catch (RejectedExecutionException e) {
                end(); // the browser will ask again
            }
        }

        @Override
        public void run() {
            try {
                int done;
                do {
                    done = due.get();
                    slowClients.send(this::write);
                } while (due.addAndGet(-done) > 0);
            } catch (IOException e) {
                end(); // the browser has left
            }
        }

        private void write() throws IOException {
            PreviewState now = state;
            boolean isNews = now != null && now.number() != sent;
            String text = now != null && isNews ? event(now, since) : ":\n\n";
            sent = now == null ? sent : now.number();
            OutputStream out = exchange.getResponseBody();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void end() {
            if (streams.remove(this)) {
                room.release();
            }
            exchange.close();
        }
    }
}
