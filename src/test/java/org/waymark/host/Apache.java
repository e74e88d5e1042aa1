package org.waymark.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The local Apache, serving a domain with no more than what a host with many customers lets each of them say. Without it,
 * tests are skipped with a message; with {@code CI=true} they fail.
 */
final class Apache {
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");

    private Apache() {}

    /**
     * Starts a server.
     *
     * @param domain the folder of the domain
     * @param work an empty folder for the server's own files
     */
    static InstalledServer start(Path domain, Path work) throws IOException, InterruptedException {
        InstalledServer.require(PROGRAM, "Apache", "apache2");
        int port = InstalledServer.freePort();
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
        return InstalledServer.start(
                port,
                work.resolve("log"),
                List.of(PROGRAM.toString(), "-f", configuration.toString(), "-DFOREGROUND", "-DONE_PROCESS"));
    }
}
