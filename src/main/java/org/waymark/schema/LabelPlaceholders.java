package org.waymark.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.waymark.schema.Label.Place;

/** Explains the placeholders in labels to those who write labels. The texts are in {@code label-placeholders.txt}. */
public final class LabelPlaceholders {
    private static final Map<String, String> MEANINGS = read();

    private LabelPlaceholders() {}

    /** The placeholders of a label, each with its explanation; empty for a label without any. */
    static String of(Label label) {
        Map<String, String> meanings = new LinkedHashMap<>();
        label.sentences().stream()
                .flatMap(sentence -> sentence.places().stream())
                .forEach(place -> meanings.putIfAbsent(place.toString(), meaning(place)));
        return meanings.entrySet().stream()
                .map(each -> "`" + each.getKey() + "` is " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The explanation of a placeholder, as written: {@code {kind.many}}. */
    public static String meaning(String written) {
        return meaning(Place.of(written.replaceAll("[{}]", "")));
    }

    private static String meaning(Place place) {
        String what = MEANINGS.getOrDefault(place.name(), "what the page puts in");
        String form = switch (place.form()) {
            case "" -> "";
            case "one" -> ", for one";
            case "many" -> ", for several";
            case "a" -> ", with its article";
            default -> ", in the form `" + place.form() + "`";
        };
        return what + form + (place.isCapital() ? ", with a capital letter" : "");
    }

    /** The names of the placeholders that are explained. */
    static Map<String, String> all() {
        return MEANINGS;
    }

    private static Map<String, String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelPlaceholders.class.getResourceAsStream("label-placeholders.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
