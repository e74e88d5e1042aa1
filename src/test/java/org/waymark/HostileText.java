package org.waymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** The strings of strangers, from the files in {@code hostile}. */
public final class HostileText {
    private static final String COMMENT = "//// ";

    /** Tests take the first of so many strings. */
    public static final int STEP = Integer.getInteger("hostile.step", 6);

    /** So many make a site that fits into memory together with all its pages, parsed. */
    private static final int MOST = 60;

    private HostileText() {}

    /** Those that tests take: all with {@code -Dhostile.step=1}. */
    public static List<String> some() {
        List<String> all = strings();
        return IntStream.iterate(0, at -> at < all.size(), at -> at + STEP)
                .mapToObj(all::get)
                .toList();
    }

    /** These, so many at a time. */
    public static List<List<String>> batches() {
        List<String> some = some();
        return IntStream.iterate(0, at -> at < some.size(), at -> at + MOST)
                .mapToObj(at -> some.subList(at, Math.min(at + MOST, some.size())))
                .toList();
    }

    /** What might be written into any field, text or name. */
    public static List<String> strings() {
        return read("strings.txt");
    }

    /** Addresses to which no page may lead. */
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
