package org.waymark.tool.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.waymark.Settings;

/**
 * One run of the language server, from the first message of a client to the last (Language Server Protocol 3.17).
 * Ends when the client says so, when its messages end, or when its process ends.
 */
public final class Session {
    private static final int ANSWERING_THREADS = 2;
    /** Kept here, since loggers are weakly referenced. {@link Failures} logs what matters, with stack traces. */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile State state = State.NEW;

    private enum State {
        NEW,
        READY,
        SHUT_DOWN
    }

    private Session() {}

    /**
     * Serves a client until the end of the session.
     *
     * @param settings read before each check, since the date changes while a client is open
     * @param log for bugs in Waymark
     * @return whether the client sent {@code shutdown} before it ended the session
     * @throws java.util.concurrent.CompletionException if messages can no longer be read, for example for lack of
     *     memory
     */
    public static boolean run(InputStream in, OutputStream out, Supplier<Settings> settings, PrintWriter log) {
        return new Session().serve(in, out, settings, new Failures(log));
    }

    private boolean serve(InputStream in, OutputStream out, Supplier<Settings> settings, Failures failures) {
        PROTOCOL.setLevel(Level.OFF);
        var checking = new ScheduledThreadPoolExecutor(1, threads("check"));
        checking.setRemoveOnCancelPolicy(true);
        ExecutorService answering = Executors.newFixedThreadPool(ANSWERING_THREADS, threads("answer"));
        ExecutorService reading = Executors.newSingleThreadExecutor(threads("read"));
        var editor = new CompletableFuture<LanguageClient>();
        var server = new Server(editor, this, failures, settings, checking, answering);
        var methods = new HashMap<>(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageClient.class));
        var json = new MessageJsonHandler(methods);
        var answers = new StreamMessageConsumer(out, json);
        var endpoint = new RemoteEndpoint(answers, new ReportingEndpoint(server, failures), failures::answer);
        json.setMethodProvider(endpoint);
        endpoint.setJsonHandler(json);
        editor.complete(ServiceEndpoints.toServiceObject(endpoint, LanguageClient.class));
        var messages = new MessageReader(in, answers, json, failures);
        try {
            reading.execute(() -> read(messages, new RequiredParameters(endpoint)));
            return ended.join();
        } finally {
            checking.shutdownNow();
            answering.shutdownNow();
            reading.shutdownNow();
        }
    }

    /** Ends the session after the last message; always responds to the client. */
    @SuppressWarnings("CatchingUnchecked") // an Error also ends the session
    private void read(MessageReader messages, MessageConsumer consumer) {
        try {
            messages.listen(consumer);
            ended.complete(state == State.SHUT_DOWN);
        } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            var thread = new Thread(task, "waymark-lsp-" + name);
            thread.setDaemon(true); // none of them keeps the program running
            return thread;
        };
    }

    /**
     * Ends with the client's process, which may die without notice. A process that is not visible from here is not
     * watched.
     */
    void endWith(int process) {
        ProcessHandle.of(process)
                .filter(editor -> !editor.equals(ProcessHandle.current()))
                .ifPresent(editor -> {
                    var unused = editor.onExit().thenRun(() -> ended.complete(state == State.SHUT_DOWN));
                });
    }

    void begin() {
        if (state != State.NEW) {
            throw Failures.refusal(ResponseErrorCode.InvalidRequest, "initialize may be sent only once");
        }
        state = State.READY;
    }

    boolean isReady() {
        return state == State.READY;
    }

    /** Why requests cannot be answered at present. */
    Optional<ResponseErrorException> refusal() {
        return switch (state) {
            case NEW ->
                Optional.of(Failures.refusal(ResponseErrorCode.ServerNotInitialized, "initialize must be sent first"));
            case READY -> Optional.empty();
            case SHUT_DOWN ->
                Optional.of(Failures.refusal(ResponseErrorCode.InvalidRequest, "the server has been shut down"));
        };
    }

    void shutDown() {
        state = State.SHUT_DOWN;
    }

    void exit() {
        ended.complete(state == State.SHUT_DOWN);
    }
}
