package org.waymark.render;

import java.util.TreeSet;

/** The rules for a folder of data as a file for Apache 2.4, which reads it where {@code AllowOverride} lets it. */
final class ApacheConfiguration {
    private ApacheConfiguration() {}

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
