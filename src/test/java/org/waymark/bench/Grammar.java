package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The sentences of generated texts: names with their choices, which may contain other names. */
final class Grammar {
    /** A choice, split into pieces; every second piece is a name to expand. */
    private record Choice(String[] pieces) {}

    private final Map<String, List<Choice>> choices = new HashMap<>();

    private Grammar(List<String> lines) {
        List<Choice> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("  ")) {
                current.add(new Choice(line.strip().split("[{}]", -1)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current = new ArrayList<>();
                choices.put(line.strip(), current);
            }
        }
    }

    static Grammar read() {
        try (InputStream text = Objects.requireNonNull(Grammar.class.getResourceAsStream("/bench/grammar.txt"))) {
            return new Grammar(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes one choice of a name. A name in upper case begins with a capital letter.
     *
     * @param madeUp supplies the words for names without choices here
     */
    void write(StringBuilder text, String name, Dice dice, Function<String, String> madeUp) {
        int start = text.length();
        boolean capital = Character.isUpperCase(name.charAt(0));
        String plain = capital ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
        List<Choice> known = choices.get(plain);
        if (known == null) {
            text.append(madeUp.apply(plain));
        } else {
            String[] pieces = dice.pick(known).pieces();
            for (int i = 0; i < pieces.length; i++) {
                if (i % 2 == 0) {
                    text.append(pieces[i]);
                } else {
                    write(text, pieces[i], dice, madeUp);
                }
            }
        }
        if (capital) {
            text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
        }
    }
}
