package org.waymark.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A web server of this machine, in a process of its own. */
final class InstalledServer {
    private final Process process;
    private final int port;

    private InstalledServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test, with a message, if the program is not installed; with {@code CI=true} the test fails. */
    static void require(Path program, String name, String packageName) {
        boolean isThere = Files.isExecutable(program);
        if (!isThere && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(name + " must be installed where CI=true; see .ci/run");
        }
        if (!isThere) {
            System.err.println("No " + name + " was found: its test is skipped. Install " + packageName + ".");
        }
        assumeTrue(isThere, "needs " + name);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a server, and waits until it answers at the port. */
    static InstalledServer start(int port, Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new InstalledServer(process, port);
        if (!server.answers()) {
            server.stop();
            throw new AssertionError(Files.readString(log));
        }
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean answers() throws InterruptedException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return true;
            } catch (IOException e) {
                Thread.sleep(25);
            }
        }
        return false;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
