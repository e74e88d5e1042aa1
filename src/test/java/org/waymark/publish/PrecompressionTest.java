package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.render.OutputFile;
import org.waymark.source.Sha256;

class PrecompressionTest {
    private static final String LONG = "a".repeat(2000);
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("site");
    }

    @Test
    void givesTheSameBytesForTheSameText() throws IOException {
        byte[] text = LONG.getBytes(StandardCharsets.UTF_8);
        byte[] compressed = Precompression.compressed(text).orElseThrow();
        assertArrayEquals(compressed, Precompression.compressed(text).orElseThrow());
        assertEquals(0, compressed[4] + compressed[5] + compressed[6] + compressed[7], "no time");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertArrayEquals(text, in.readAllBytes());
        }
    }

    @Test
    void compressesOnlyText() throws IOException {
        publish(true, Map.of("index.html", LONG, "a/s.css", LONG, "p.png", LONG, "_headers", LONG, ".html", LONG));
        assertEquals(
                List.of(".html", "_headers", "a/s.css", "a/s.css.gz", "index.html", "index.html.gz", "p.png"),
                published());
        assertTrue(Comparison.of(folder, out).orElseThrow().isSame());
    }

    @Test
    void skipsFilesThatHardlyShrink() throws IOException {
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        publish(true, Map.of("short.html", "short"));
        assertEquals(List.of("short.html"), published());
        assertTrue(Precompression.compressed(noise).isEmpty());
    }

    @Test
    void compressesOnlyWhatHasChanged() throws IOException {
        publish(true, Map.of("index.html", LONG, "a.html", LONG));
        Files.setLastModifiedTime(out.resolve("index.html.gz"), LONG_AGO);
        publish(true, Map.of("index.html", LONG, "a.html", LONG + "b"));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(out.resolve("index.html.gz")));
        assertEquals(LONG + "b", unpacked("a.html.gz"));
        assertTrue(Comparison.of(folder, out).orElseThrow().isSame());
    }

    @Test
    void recompressesChangedOrRemovedFiles() throws IOException {
        publish(true, Map.of("index.html", LONG, "a.html", LONG));
        Files.writeString(out.resolve("index.html.gz"), "b".repeat(1000));
        Files.delete(out.resolve("a.html.gz"));
        publish(true, Map.of("index.html", LONG, "a.html", LONG));
        assertEquals(LONG, unpacked("index.html.gz"));
        assertTrue(Comparison.of(folder, out).orElseThrow().isSame());
    }

    @Test
    void doesNotTrustCompressedFilesInAManifest() throws IOException {
        publish(true, Map.of("index.html", LONG));
        String before = Sha256.of(out.resolve("index.html.gz"));
        byte[] forged = Precompression.compressed((LONG + "<script>").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        Files.write(out.resolve("index.html.gz"), forged);
        Path manifest = out.resolve(".waymark/manifest");
        Files.writeString(manifest, Files.readString(manifest).replace(before, Sha256.of(forged)));
        publish(true, Map.of("index.html", LONG));
        assertEquals(LONG, unpacked("index.html.gz"));
    }

    @Test
    void removesCompressedFilesWhenDisabled() throws IOException {
        publish(true, Map.of("index.html", LONG));
        publish(false, Map.of("index.html", LONG));
        assertEquals(List.of("index.html"), published());
    }

    private String unpacked(String path) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(out.resolve(path)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void publish(boolean precompresses, Map<String, String> files) {
        try (var publisher = new Publisher(folder, out, precompresses)) {
            files.entrySet().parallelStream()
                    .map(e -> new OutputFile.Made(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                    .forEach(publisher::stage);
            publisher.publish(precompresses ? Map.of(Precompression.FACT, Precompression.NAME) : Map.of());
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
