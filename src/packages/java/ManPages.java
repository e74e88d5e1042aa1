package org.waymark.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes manual pages of the help texts, one for the program and one for each command. The tool of picocli writes AsciiDoc,
 * which would need Asciidoctor and with it JRuby; a help text says the same, and is laid out already.
 */
public final class ManPages {
    private ManPages() {}

    /** Arguments: the packed help texts, the folder for the pages, the version, the date. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        String help = Files.readString(Path.of(args[0])).replaceAll("\u001B\\[[0-9;]*m", "");
        for (String part : help.split("\f")) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                String topic = part.substring(0, end);
                String name = topic.equals("waymark") ? topic : "waymark-" + topic;
                String page = page(name, part.substring(end + 1).lines().toList(), args[2], args[3].substring(0, 10));
                Files.writeString(folder.resolve(name + ".1"), page);
            }
        }
    }

    private static String page(String name, List<String> help, String version, String date) {
        int usage = 1;
        while (usage < help.size() && help.get(usage).startsWith(" ")) {
            usage++;
        }
        var description = new ArrayList<String>();
        int rest = usage;
        while (rest < help.size() && !help.get(rest).isBlank() && !help.get(rest).startsWith(" ")) {
            description.add(help.get(rest));
            rest++;
        }
        String summary = String.join(" ", description).replaceFirst("\\.$", "");
        return ".TH " + escaped(name).toUpperCase(java.util.Locale.ROOT) + " 1 " + date + " \"Waymark " + version + "\" \"User Commands\"\n"
                + ".SH NAME\n" + escaped(name) + " \\- " + escaped(summary.isBlank() ? "shows the help of a command" : summary) + "\n"
                + ".SH SYNOPSIS\n" + verbatim(help.subList(0, usage), "Usage: ")
                + ".SH DESCRIPTION\n" + verbatim(help.subList(rest, help.size()), "")
                + (name.equals("waymark") ? "" : ".SH SEE ALSO\n.BR waymark (1)\n");
    }

    private static String verbatim(List<String> lines, String without) {
        var text = new StringBuilder(".nf\n");
        for (String line : lines) {
            String shown = line.startsWith(without) ? line.substring(without.length()) : line;
            text.append(escaped(shown)).append('\n');
        }
        return text.append(".fi\n").toString();
    }

    /** As groff reads it: a dot or quote at the beginning of a line would be a request. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
