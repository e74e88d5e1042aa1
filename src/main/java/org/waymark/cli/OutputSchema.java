package org.waymark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.diagnostic.DidYouMean;
import picocli.CommandLine.ITypeConverter;

/**
 * The JSON Schema of what a command prints as JSON. The number at the end of its {@code $id} is its version: it changes if a
 * member is removed or means something else, not if one is added.
 *
 * @param name of its file
 */
record OutputSchema(String name) {
    private static final String FINDINGS = "findings";
    private static final String EDITS = "edits";

    /** By command. */
    static final Map<String, OutputSchema> ALL = new TreeMap<>();

    static {
        Map.ofEntries(
                        Map.entry("build", FINDINGS),
                        Map.entry("changes", "changes"),
                        Map.entry("check", FINDINGS),
                        Map.entry("check --format suggestions", "suggestions"),
                        Map.entry("due", "due"),
                        Map.entry("fix", FINDINGS),
                        Map.entry("import", "import"),
                        Map.entry("links", "links"),
                        Map.entry("list", "list"),
                        Map.entry("merge", EDITS),
                        Map.entry("proofread", FINDINGS),
                        Map.entry("rename", EDITS),
                        Map.entry("retire", EDITS),
                        Map.entry("routes", "routes"),
                        Map.entry("shape show", "shape"),
                        Map.entry("verify", "verify"))
                .forEach((command, name) -> ALL.put(command, new OutputSchema(name)));
    }

    /** The schema, with a line end at the end. */
    String text() {
        try (InputStream in = OutputSchema.class.getResourceAsStream("output/" + name + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("there is no schema " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For completion and help. */
    static final class Commands implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.keySet().stream()
                    .filter(command -> command.indexOf(' ') < 0)
                    .iterator();
        }
    }

    /** Reads the name of a command, or that of a schema. */
    static final class Converter implements ITypeConverter<OutputSchema> {
        @Override
        public OutputSchema convert(String text) {
            return Optional.ofNullable(ALL.get(text))
                    .or(() -> ALL.values().stream()
                            .filter(schema -> schema.name().equals(text))
                            .findFirst())
                    .orElseThrow(() -> new InvalidArgument("`" + text + "` prints no JSON; "
                            + DidYouMean.question(text, ALL.keySet())
                                    .orElse("these do: " + String.join(", ", ALL.keySet()))));
        }
    }
}
