package org.waymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** Hostile strings, from the files in {@code hostile}. */
public final class HostileText {
    private static final String COMMENT = "//// ";

    /** Tests use one in this many strings. */
    public static final int STEP = Integer.getInteger("hostile.step", 6);

    /** The largest number whose site fits into memory together with all its parsed pages. */
    private static final int MOST = 60;

    private HostileText() {}

    /** The strings that tests use: all with {@code -Dhostile.step=1}. */
    public static List<String> some() {
        List<String> all = strings();
        return IntStream.iterate(0, at -> at < all.size(), at -> at + STEP)
                .mapToObj(all::get)
                .toList();
    }

    /** The same strings, in batches. */
    public static List<List<String>> batches() {
        List<String> some = some();
        return IntStream.iterate(0, at -> at < some.size(), at -> at + MOST)
                .mapToObj(at -> some.subList(at, Math.min(at + MOST, some.size())))
                .toList();
    }

    /** Hostile strings for any field, text or name. */
    public static List<String> strings() {
        return read("strings.txt");
    }

    /** Addresses that no page may link to. */
    public static List<String> addresses() {
        return read("addresses.txt");
    }

    private static List<String> read(String file) {
        try {
            List<String> strings = Files.readAllLines(TestProject.resource("/hostile/" + file)).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                    .map(HostileText::unescaped)
                    .toList();
            if (strings.size() < 20) {
                throw new IllegalStateException(file + " has only " + strings.size());
            }
            return strings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            switch (line.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 's' -> text.append(' ');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
