package org.waymark.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The local nginx, serving a site with the configuration included in it. Without nginx, tests are skipped with a
 * message; with {@code CI=true} they fail.
 */
final class Nginx {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param domain the folder of the domain
     * @param site the folder of the site within it
     * @param work an empty folder for nginx's own files
     */
    static Nginx start(Path domain, Path site, Path work) throws IOException, InterruptedException {
        boolean isThere = Files.isExecutable(PROGRAM);
        if (!isThere && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("nginx must be installed where CI=true; see .ci/run");
        }
        if (!isThere) {
            System.err.println("No nginx was found: its test is skipped. Install nginx-light.");
        }
        assumeTrue(isThere, "needs nginx");
        int port = freePort();
        Files.createDirectories(work);
        Path part = site.resolve("_nginx.conf").toAbsolutePath();
        Path configuration = Files.writeString(work.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr notice;
                events { worker_connections 64; }
                http {
                  access_log off;
                  client_body_temp_path body;
                  fastcgi_temp_path fastcgi;
                  proxy_temp_path proxy;
                  scgi_temp_path scgi;
                  uwsgi_temp_path uwsgi;
                  server {
                    listen 127.0.0.1:%d;
                    root "%s";
                    location = /elsewhere { return 204; }
                    include "%s";
                  }
                }
                """.formatted(port, domain, part));
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "-p", work + "/", "-c", configuration.toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile())
                .start();
        var nginx = new Nginx(process, port);
        if (!nginx.answers()) {
            nginx.stop();
            throw new AssertionError(Files.readString(work.resolve("log")));
        }
        return nginx;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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
