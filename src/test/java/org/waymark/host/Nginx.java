package org.waymark.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The local nginx, serving a site with the configuration included in it. Without nginx, tests are skipped with a
 * message; with {@code CI=true} they fail.
 */
final class Nginx {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private Nginx() {}

    /**
     * Starts a server.
     *
     * @param domain the folder of the domain
     * @param site the folder of the site within it
     * @param work an empty folder for nginx's own files
     */
    static InstalledServer start(Path domain, Path site, Path work) throws IOException, InterruptedException {
        InstalledServer.require(PROGRAM, "nginx", "nginx-light");
        int port = InstalledServer.freePort();
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
        return InstalledServer.start(
                port,
                work.resolve("log"),
                List.of(PROGRAM.toString(), "-p", work + "/", "-c", configuration.toString(), "-e", "stderr"));
    }
}
