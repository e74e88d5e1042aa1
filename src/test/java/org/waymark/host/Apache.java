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
 * The local Apache, serving a domain with no more than what a host with many customers lets each of them say. Without it,
 * tests are skipped with a message; with {@code CI=true} they fail.
 */
final class Apache {
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");

    private final Process process;
    private final int port;

    private Apache(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param domain the folder of the domain
     * @param work an empty folder for the server's own files
     */
    static Apache start(Path domain, Path work) throws IOException, InterruptedException {
        boolean isThere = Files.isExecutable(PROGRAM);
        if (!isThere && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Apache must be installed where CI=true; see .ci/run");
        }
        if (!isThere) {
            System.err.println("No Apache was found: its test is skipped. Install apache2.");
        }
        assumeTrue(isThere, "needs Apache");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(work);
        var modules = new StringBuilder();
        for (String module : new String[] {
            "mpm_event", "authz_core", "dir", "mime", "alias", "headers", "filter", "deflate", "rewrite", "autoindex"
        }) {
            modules.append("LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so%n".formatted(module, module));
        }
        Path configuration = Files.writeString(work.resolve("httpd.conf"), modules + """
                ServerRoot "%1$s"
                PidFile "%1$s/pid"
                DefaultRuntimeDir "%1$s"
                ErrorLog "%1$s/errors"
                ServerName localhost
                StartServers 1
                TypesConfig /dev/null
                Listen 127.0.0.1:%2$d
                DocumentRoot "%3$s"
                <Directory "%3$s">
                  AllowOverride FileInfo Indexes
                  Require all granted
                </Directory>
                """.formatted(work, port, domain));
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "-f", configuration.toString(), "-DFOREGROUND", "-DONE_PROCESS")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile())
                .start();
        var apache = new Apache(process, port);
        if (!apache.answers()) {
            apache.stop();
            throw new AssertionError(Files.readString(work.resolve("log")));
        }
        return apache;
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
