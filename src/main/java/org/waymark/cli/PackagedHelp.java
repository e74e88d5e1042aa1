package org.waymark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The help texts that the build packs into the jar, so printing one loads no picocli. Classes outside a jar may have
 * none. Nothing on this path uses lambdas, string concatenation or regular expressions, since the first of each loads dozens
 * of classes.
 */
final class PackagedHelp {
    /** Before the name of each topic, and at the end. */
    static final char SEPARATOR = '\f';

    /** The topic of the main help. */
    static final String WHOLE = "waymark";

    private static final char ESCAPE = '\u001B';

    private PackagedHelp() {}

    /** The text for exactly these arguments; empty if picocli has to handle them. */
    static Optional<String> of(String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            return Optional.of("waymark ".concat(Main.version()).concat(System.lineSeparator()));
        }
        String topic = topic(args);
        String texts = topic.isEmpty() ? "" : packaged();
        return texts.isEmpty() ? Optional.empty() : find(texts, topic, Terminal.hasColour());
    }

    /** The topic of a request for help; empty for anything else. */
    static String topic(String... args) {
        if (args.length == 1) {
            return args[0].equals("help") || isHelp(args[0]) ? WHOLE : "";
        }
        if (args.length == 2 && isHelp(args[1])) {
            return args[0];
        }
        return args.length == 2 && args[0].equals("help") ? args[1] : "";
    }

    private static boolean isHelp(String arg) {
        return arg.equals("--help") || arg.equals("-h");
    }

    private static String packaged() {
        try (@Nullable InputStream in = PackagedHelp.class.getResourceAsStream("help.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the help on a topic, with or without the escape sequences that colour it. */
    static Optional<String> find(String texts, String topic, boolean coloured) {
        String heading = String.valueOf(SEPARATOR).concat(topic).concat("\n");
        int start = texts.indexOf(heading);
        if (start < 0) {
            return Optional.empty();
        }
        int end = texts.indexOf(SEPARATOR, start + 1);
        String text = texts.substring(start + heading.length(), end);
        return Optional.of(coloured ? text : withoutColour(text));
    }

    /** Leaves out each sequence such as {@code ESC[1m}. */
    private static String withoutColour(String text) {
        var plain = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf(ESCAPE); at >= 0; at = text.indexOf(ESCAPE, from)) {
            plain.append(text, from, at);
            from = text.indexOf('m', at) + 1;
        }
        return plain.append(text, from, text.length()).toString();
    }
}
