package org.waymark.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.directory.Routes;

/**
 * A configuration fragment for nginx 1.18 or newer. All of it is in one {@code location}, so it does not affect
 * the rest of the server.
 *
 * <p>A nested {@code location} that sets a header loses the inherited ones. So all headers are set once, and the
 * cache lifetime is a variable.
 */
final class NginxConfiguration {
    private static final String START = """
            # Waymark's part of an nginx configuration, written again by each build. Include it in a server whose `root` is the
            # folder of the domain, in which the site is at ROOT:
            #
            #     server {
            #         server_name ...;
            #         listen 443 ssl;
            #         root /var/www/directory;
            #         # Once all of the domain has HTTPS:
            #         # set $waymark_https "max-age=31536000";
            #         include /var/www/directoryROOT_nginx.conf;
            #     }
            #
            # After a publication that changes this file: nginx -t && nginx -s reload

            """;

    private static final String HANDLING = """
                index index.html;
                autoindex off;
                charset utf-8;
                etag on;
                # Redirects work behind a proxy and on any port.
                absolute_redirect off;
                # Compressed files that `waymark build --precompress` writes beside others.
                gzip_static on;
                gzip_vary on;
            """;

    private final StringBuilder text = new StringBuilder();
    private final HostRules rules;
    private final String root;

    private NginxConfiguration(HostRules rules) {
        this.rules = rules;
        this.root = decoded(rules.root());
    }

    static String of(HostRules rules) {
        return new NginxConfiguration(rules).write();
    }

    private String write() {
        text.append(START.replace("ROOT", root));
        if (root.length() > 1) {
            String folder = root.substring(0, root.length() - 1);
            text.append("location = ").append(quoted(folder)).append(" {\n    absolute_redirect off;\n    return 301 ");
            text.append(quoted(literal(rules.root()) + "$is_args$args")).append(";\n}\n\n");
        }
        text.append("location ^~ ").append(quoted(root)).append(" {\n").append(HANDLING);
        types();
        // An unknown variable is an error, and an empty header is not sent.
        text.append("    uninitialized_variable_warn off;\n    set $waymark_https $waymark_https;\n");
        headers("    ");
        text.append("    add_header Cache-Control $waymark_kept;\n");
        if (!rules.open().isEmpty()) {
            text.append("    add_header Access-Control-Allow-Origin $waymark_open;\n");
        }
        if (!rules.locating().isEmpty()) {
            text.append("    add_header Permissions-Policy $waymark_locating;\n");
        }
        text.append("\n    # Missing files, names that begin with a dot, and folders without a page.\n");
        if (root.indexOf('$') < 0) { // nginx would take it for a variable, and has no escape for it
            text.append("    error_page 403 404 =404 ")
                    .append(quoted(root + "404.html"))
                    .append(";\n");
            notFound();
        }
        text.append("    location ~ \"/\\.(?!well-known/)\" {\n        return 404;\n    }\n");
        for (String name : new String[] {"_headers", "_nginx.conf", "_redirects"}) {
            location("= ", root + name, "return 404");
        }
        text.append("\n    # How long browsers may cache each path.\n");
        rules.kept().forEach(this::kept);
        if (!rules.answers().isEmpty() && root.indexOf('$') < 0) {
            text.append("\n    # Open Referral data at the addresses of their interface.\n");
            String about = decoded(root + Routes.API);
            answer("= ", quoted(about), about + "index.json");
            for (String list : rules.answers()) {
                String path = decoded(list);
                answer("= ", quoted(path), path + "/index.json");
                answer("~ ", quoted("^\\Q" + path + "\\E/(?<waymark_id>[0-9a-f-]+)$"), path + "/$waymark_id.json");
            }
        }
        if (!rules.moved().isEmpty()) {
            text.append("\n    # Redirects.\n");
            rules.moved().forEach(this::moved);
        }
        if (!rules.gone().isEmpty()) {
            text.append("\n    # Removed entries.\n");
            rules.gone().forEach(this::gone);
        }
        return text.append("}\n").toString();
    }

    /** Ignores the server's own types, since they differ between servers. */
    private void types() {
        Map<String, String> endings = new TreeMap<>();
        Set<String> texts = new TreeSet<>();
        ContentTypes.all().forEach((ending, value) -> {
            String[] parts = value.split("; ", 2);
            endings.merge(parts[0], ending, (a, b) -> a + " " + b);
            // nginx always includes HTML, and warns if it is listed
            if (parts.length > 1 && !parts[0].equals("text/html")) {
                texts.add(parts[0]);
            }
        });
        text.append("    default_type application/octet-stream;\n    types {\n");
        endings.forEach((type, names) ->
                text.append("        ").append(type).append(' ').append(names).append(";\n"));
        text.append("    }\n    charset_types ").append(String.join(" ", texts)).append(";\n");
    }

    /** Those of every response. */
    private void headers(String indentation) {
        for (String header : rules.headers()) {
            String[] parts = header.split(": ", 2);
            text.append(indentation)
                    .append("add_header ")
                    .append(parts[0])
                    .append(' ')
                    .append(quoted(parts[1]))
                    .append(" always;\n");
        }
        text.append(indentation).append("add_header Strict-Transport-Security $waymark_https always;\n");
    }

    /** Repeats the headers, since a location that sets one loses those around it. */
    private void notFound() {
        text.append("    location = ").append(quoted(root + "404.html")).append(" {\n");
        headers("        ");
        text.append("        add_header Cache-Control ")
                .append(quoted(HostRules.NOT_KEPT))
                .append(" always;\n    }\n");
    }

    private void kept(HostRules.Kept kept) {
        String path = decoded(kept.path());
        String set = "set $waymark_kept " + quoted(kept.howLong());
        if (path.equals(root)) {
            location("= ", root + "index.html", set);
        } else {
            String open = rules.open().contains(kept.path()) ? ";\n        set $waymark_open \"*\"" : "";
            String locating = rules.locating().contains(kept.path())
                    ? ";\n        set $waymark_locating "
                            + quoted(HostRules.LOCATING.split(": ", 2)[1])
                    : "";
            location(path.endsWith("/") ? "" : "= ", path, set + open + locating);
        }
    }

    /** A file of data that answers at another address. */
    private void answer(String match, String address, String file) {
        String set = rules.kept().stream()
                .filter(kept -> kept.path().equals(rules.root() + Routes.API))
                .map(kept ->
                        "set $waymark_kept " + quoted(kept.howLong()) + ";\n        set $waymark_open \"*\";\n        ")
                .findFirst()
                .orElse("");
        text.append("    location ")
                .append(match)
                .append(address)
                .append(" {\n        ")
                .append(set)
                .append("try_files ")
                .append(quoted(file))
                .append(" =404;\n    }\n");
    }

    private void moved(HostRules.Moved moved) {
        String[] target = moved.to().split("#", 2);
        String fragment = target.length == 1 ? "" : "#" + target[1];
        location("= ", decoded(moved.from()), "return 301 " + quoted(literal(target[0]) + "$is_args$args" + fragment));
    }

    private void gone(String address) {
        String path = decoded(address);
        if (path.indexOf('$') < 0) {
            location("= ", path, "error_page 410 " + quoted(path + "index.html") + ";\n        return 410");
        }
    }

    private void location(String match, String path, String directive) {
        text.append("    location ")
                .append(match)
                .append(quoted(path))
                .append(" {\n        ")
                .append(directive)
                .append(";\n    }\n");
    }

    /**
     * nginx compares addresses in their decoded form. One with a line feed could inject directives, so it stays
     * encoded.
     */
    static String decoded(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.chars().anyMatch(Character::isISOControl) ? path : decoded;
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** An address that contains no nginx variables. */
    private static String literal(String address) {
        return address.replace("$", "%24");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
