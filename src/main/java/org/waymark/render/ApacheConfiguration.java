package org.waymark.render;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files for Apache 2.4, which reads them where {@code AllowOverride} lets it: for the site, and for its folders of data. */
final class ApacheConfiguration {
    private static final String START = """
            # Waymark's settings for Apache 2.4, written again by each build. Apache reads them if the settings of its folder
            # say `AllowOverride FileInfo Indexes` or more.

            DirectoryIndex index.html
            """;

    /** What an address may contain, so that it means the same in every directive. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\"'\\\\#$%]*");

    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\d/_ -]");

    private ApacheConfiguration() {}

    /** The rules for the site; empty if its folder has an address that Apache could misread. */
    static Optional<String> of(HostRules rules) {
        String root = NginxConfiguration.decoded(rules.root());
        if (!isPlain(root)) {
            return Optional.empty();
        }
        var text = new StringBuilder(START);
        ContentTypes.all()
                .forEach((ending, type) -> text.append("AddType \"")
                        .append(type)
                        .append("\" ")
                        .append(ending)
                        .append('\n'));
        text.append("ErrorDocument 404 \"").append(root).append("404.html\"\n\n<IfModule mod_headers.c>\n");
        headers(text, root, rules);
        text.append("</IfModule>\n\n<IfModule mod_alias.c>\n")
                .append("    # Files that are not for readers.\n")
                .append("    RedirectMatch 404 \"^" + regex(root) + "(.*/)?\\.(?!well-known/)\"\n")
                .append("    RedirectMatch 404 \"^" + regex(root) + "_(headers|nginx\\.conf|redirects)$\"\n");
        rules.moved().forEach(moved -> moved(text, moved));
        rules.gone().forEach(address -> gone(text, address));
        text.append("</IfModule>\n");
        compression(text);
        return Optional.of(text.toString());
    }

    private static void headers(StringBuilder text, String root, HostRules rules) {
        rules.headers().forEach(header -> header(text, "always set", header, ""));
        for (HostRules.Kept kept : rules.kept()) {
            String path = NginxConfiguration.decoded(kept.path());
            if (isPlain(path)) {
                boolean isFolder = path.endsWith("/") && !path.equals(root);
                String file = path.equals(root) ? path + "index.html" : path;
                String where = " \"expr=%{REQUEST_URI} =~ m#^" + regex(file) + (isFolder ? "" : "$") + "#\"";
                header(text, "set", "Cache-Control: " + kept.howLong(), where);
                if (rules.locating().contains(kept.path())) {
                    header(text, "always add", HostRules.LOCATING, where);
                }
            }
        }
    }

    private static void header(StringBuilder text, String action, String header, String where) {
        String[] parts = header.split(": ", 2);
        text.append("    Header ")
                .append(action)
                .append(' ')
                .append(parts[0])
                .append(" \"")
                .append(parts[1])
                .append('"')
                .append(where)
                .append('\n');
    }

    /** Apache encodes the target itself. */
    private static void moved(StringBuilder text, HostRules.Moved moved) {
        String from = NginxConfiguration.decoded(moved.from());
        String to = NginxConfiguration.decoded(moved.to());
        if (isPlain(from) && isPlain(to)) {
            text.append("    RedirectMatch 301 \"^" + regex(from) + "$\" \"" + to + "\"\n");
        }
    }

    private static void gone(StringBuilder text, String address) {
        String path = NginxConfiguration.decoded(address);
        if (isPlain(path)) {
            text.append("    RedirectMatch 410 \"^" + regex(path) + "$\"\n")
                    .append("    <If \"%{REQUEST_URI} == '" + path + "'\">\n")
                    .append("        ErrorDocument 410 \"" + path + "index.html\"\n    </If>\n");
        }
    }

    private static void compression(StringBuilder text) {
        String texts = ContentTypes.all().values().stream()
                .map(type -> type.replaceFirst(";.*", ""))
                .filter(type -> type.startsWith("text/") || type.endsWith("xml") || type.endsWith("json"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        text.append("\n<IfModule mod_deflate.c>\n    <IfModule mod_filter.c>\n        AddOutputFilterByType DEFLATE ")
                .append(texts)
                .append("\n    </IfModule>\n</IfModule>\n");
    }

    private static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    private static String regex(String path) {
        return SIGN.matcher(path).replaceAll("\\\\$0");
    }

    /** @param folder one of those that other sites may read */
    static String of(String folder, HostRules rules) {
        var text = new StringBuilder("<IfModule mod_headers.c>\n    Header set ");
        text.append(HostRules.FOR_ALL.replace(": ", " \"")).append("\"\n</IfModule>\n");
        var types = new TreeSet<String>();
        rules.typed().forEach((path, type) -> {
            if (path.startsWith(folder)) {
                types.add("AddType " + type + " " + path.substring(path.lastIndexOf('.')) + "\n");
            }
        });
        types.forEach(text::append);
        if (rules.answers().stream().anyMatch(list -> list.startsWith(folder))) {
            text.append(
                    "DirectoryIndex index.json\nDirectorySlash Off\n<IfModule mod_rewrite.c>\n    RewriteEngine On\n");
            for (String list : rules.answers()) {
                String name = list.substring(folder.length());
                text.append("    RewriteRule ^")
                        .append(name)
                        .append("/?$ ")
                        .append(name)
                        .append("/index.json [L]\n");
                text.append("    RewriteRule ^")
                        .append(name)
                        .append("/([0-9a-f-]+)$ ")
                        .append(name)
                        .append("/$1.json [L]\n");
            }
            text.append("</IfModule>\n");
        }
        return text.toString();
    }
}
