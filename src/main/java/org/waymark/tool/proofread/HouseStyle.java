package org.waymark.tool.proofread;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Adapts LanguageTool to a directory of services. */
final class HouseStyle {
    /** Disabled rules; the file gives the reasons. */
    static final List<String> RULES_OFF = read("rules-off.txt");

    /** Specialist words that are missing from its dictionary. */
    static final List<String> WORDS = read("words.txt");

    private HouseStyle() {}

    private static List<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(HouseStyle.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
