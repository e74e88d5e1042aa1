package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.render.OutputFile;

class PrecompressionTest {
    private static final String LONG = "a".repeat(2000);

    private final AtomicInteger compressions = new AtomicInteger();
    private final Encoding half = encoding("half", 2);

    @TempDir
    private Path folder;

    private Path out;

    private Encoding encoding(String name, int divisor) {
        return new Encoding(name, "." + name, bytes -> {
            compressions.incrementAndGet();
            return Arrays.copyOf(bytes, bytes.length / divisor);
        });
    }

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("site");
    }

    @Test
    void laysFormsBesideTextsOnly() throws IOException {
        publish(
                List.of(half),
                Map.of("index.html", LONG, "a/s.css", LONG, "p.png", LONG, "_headers", LONG, ".html", LONG));
        assertEquals(
                List.of(".html", "_headers", "a/s.css", "a/s.css.half", "index.html", "index.html.half", "p.png"),
                published());
        assertTrue(Comparison.of(out).orElseThrow().isSame());
    }

    @Test
    void laysNoneThatIsNotWorthIt() throws IOException {
        publish(List.of(encoding("same", 1)), Map.of("index.html", LONG, "short.html", "short"));
        assertEquals(List.of("index.html", "short.html"), published());
        publish(List.of(encoding("same", 1)), Map.of("index.html", LONG, "short.html", "short"));
        assertEquals(1, compressions.get());
    }

    @Test
    void compressesOnlyWhatHasChanged() throws IOException {
        publish(List.of(half), Map.of("index.html", LONG, "a.html", LONG));
        assertEquals(2, compressions.get());
        publish(List.of(half), Map.of("index.html", LONG, "a.html", LONG + "b"));
        assertEquals(3, compressions.get());
        assertEquals(1000, Files.size(out.resolve("a.html.half")));
        assertTrue(Comparison.of(out).orElseThrow().isSame());
    }

    @Test
    void compressesAgainWhatSomebodyHasChangedOrRemoved() throws IOException {
        publish(List.of(half), Map.of("index.html", LONG, "a.html", LONG));
        Files.writeString(out.resolve("index.html.half"), "b".repeat(1000));
        Files.delete(out.resolve("a.html.half"));
        publish(List.of(half), Map.of("index.html", LONG, "a.html", LONG));
        assertEquals(4, compressions.get());
        assertEquals("a".repeat(1000), Files.readString(out.resolve("index.html.half")));
        assertTrue(Comparison.of(out).orElseThrow().isSame());
    }

    @Test
    void compressesAnewInAnotherWay() throws IOException {
        publish(List.of(half), Map.of("index.html", LONG));
        publish(List.of(encoding("quarter", 4)), Map.of("index.html", LONG));
        assertEquals(List.of("index.html", "index.html.quarter"), published());
        publish(List.of(), Map.of("index.html", LONG));
        assertEquals(List.of("index.html"), published());
    }

    private void publish(List<Encoding> encodings, Map<String, String> files) {
        try (var publisher = new Publisher(out, encodings)) {
            files.entrySet().parallelStream()
                    .map(e -> new OutputFile.Made(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                    .forEach(publisher::stage);
            publisher.publish(Map.of(Encoding.FACT, Encoding.names(encodings)));
        }
    }

    private List<String> published() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .filter(path -> !path.startsWith(".waymark/"))
                    .sorted()
                    .toList();
        }
    }
}
