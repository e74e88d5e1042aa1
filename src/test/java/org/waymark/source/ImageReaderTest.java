package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.TestImages.avif;
import static org.waymark.TestImages.concat;
import static org.waymark.TestImages.exif;
import static org.waymark.TestImages.jpeg;
import static org.waymark.TestImages.pixels;
import static org.waymark.TestImages.png;
import static org.waymark.TestImages.pngChunk;
import static org.waymark.TestImages.webp;
import static org.waymark.TestImages.withPngChunks;
import static org.waymark.TestImages.xmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {
    private static final byte[] NONE = {};
    private static final byte[] POSITION = exif(6, true, ByteOrder.BIG_ENDIAN);
    private static final String ATTRIBUTES =
            "exif:GPSLatitude=\"51,30.2N\" exif:GPSLongitude = '0,7.5W' exif:Make=\"Waymark\">";
    private static final String ELEMENTS =
            "><exif:GPSLatitude>51,30.2N</exif:GPSLatitude><exif:GPSVersionID/><exif:Make>Waymark</exif:Make>";

    @TempDir
    private Path folder;

    private ImageReader.Result read(String ending, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("image"), bytes);
        try (var parts = new FileBytes(Files.newByteChannel(file))) {
            return ImageReader.read(ending, parts);
        }
    }

    private ImageHeader header(byte[] bytes) throws IOException {
        return read("png", bytes).header().orElseThrow();
    }

    private String fault(String ending, byte[] bytes) throws IOException {
        return read(ending, bytes).fault().map(FileFault::text).orElse("none");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Each with its width and height in pixels as stored, 300 × 200. */
    private static Map<String, byte[]> withPosition() {
        return Map.of(
                "jpeg", jpeg(300, 200, POSITION, ""),
                "jpeg, little endian", jpeg(300, 200, exif(6, true, ByteOrder.LITTLE_ENDIAN), ""),
                "jpeg, attributes", jpeg(300, 200, exif(6, false, ByteOrder.BIG_ENDIAN), xmp(ATTRIBUTES)),
                "jpeg, elements", jpeg(300, 200, POSITION, xmp(ELEMENTS)),
                "png", png(300, 200, POSITION, ""),
                "png, attributes", png(300, 200, exif(6, false, ByteOrder.LITTLE_ENDIAN), xmp(ATTRIBUTES)),
                "webp", webp(300, 200, POSITION, xmp(ATTRIBUTES)),
                "webp, with a prefix", webp(300, 200, concat(ascii("Exif\0\0"), POSITION), xmp(ELEMENTS)),
                "avif", avif(300, 200, 1, POSITION, xmp(ATTRIBUTES)),
                "avif, elements", avif(300, 200, 1, exif(1, false, ByteOrder.BIG_ENDIAN), xmp(ELEMENTS)));
    }

    @Test
    void findsSizesAsBrowsersShowThem() throws IOException {
        for (byte[] plain : List.of(
                jpeg(300, 200, NONE, ""),
                jpeg(300, 200, exif(3, false, ByteOrder.LITTLE_ENDIAN), ""),
                png(300, 200, NONE, ""),
                webp(300, 200, NONE, ""),
                avif(300, 200, 2, NONE, ""))) {
            assertEquals(new ImageSize(300, 200), header(plain).size());
            assertFalse(header(plain).hasPosition());
        }
        withPosition().forEach((name, bytes) -> {
            try {
                assertEquals(new ImageSize(200, 300), header(bytes).size(), name);
            } catch (IOException e) {
                throw new AssertionError(name, e);
            }
        });
    }

    @Test
    void removesPositionsAndNothingElse() throws IOException {
        for (Map.Entry<String, byte[]> each : withPosition().entrySet()) {
            byte[] before = each.getValue();
            assertTrue(header(before).hasPosition(), each.getKey());
            byte[] after = ImageReader.withoutPosition(before).orElseThrow();
            assertFalse(header(after).hasPosition(), each.getKey());
            assertEquals(header(before).size(), header(after).size(), each.getKey());
            assertEquals(before.length, after.length, each.getKey());
            String text = new String(after, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("51,30"), each.getKey());
            assertTrue(text.contains("Waymark"), each.getKey());
            assertEquals(Optional.empty(), ImageReader.withoutPosition(after));
            if (!each.getKey().startsWith("webp") && !each.getKey().startsWith("avif")) {
                assertArrayEquals(pixels(before), pixels(after), each.getKey());
            }
        }
    }

    @Test
    void removesPositionsFromTextsOfPng() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(xmp(ATTRIBUTES).getBytes(StandardCharsets.UTF_8));
        }
        byte[] compressed = pngChunk("iTXt", concat(ascii("XML:com.adobe.xmp\0\1\0\0\0"), deflated.toByteArray()));
        String digits = HexFormat.of().formatHex(concat(ascii("Exif\0\0"), POSITION));
        byte[] raw = pngChunk("tEXt", ascii("Raw profile type exif\0\nexif\n     406\n" + digits + "\n"));
        for (byte[] chunk : List.of(compressed, raw)) {
            byte[] before = withPngChunks(png(30, 20, NONE, ""), chunk);
            assertTrue(header(before).hasPosition());
            byte[] after = ImageReader.withoutPosition(before).orElseThrow();
            assertFalse(header(after).hasPosition());
            assertEquals(header(before).size(), header(after).size());
            assertArrayEquals(pixels(before), pixels(after));
        }
    }

    @Test
    void treatsZerosAndEmptyValuesAsNoPosition() throws IOException {
        byte[] zeros = POSITION.clone();
        Arrays.fill(zeros, 220, 268, (byte) 0);
        assertFalse(header(jpeg(30, 20, zeros, "")).hasPosition());
        assertFalse(header(jpeg(30, 20, NONE, xmp("exif:GPSLatitude=\"\" exif:GPSVersionID=\"2.3.0.0\">")))
                .hasPosition());
        assertFalse(header(jpeg(30, 20, NONE, xmp("dc:title=\"a:gpslat\">a:gpslat 12")))
                .hasPosition());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            png  | version https://git-lfs.github.com/spec/v1\\n | this is a pointer of Git LFS and not a PNG image itself
            jpg  | <!DOCTYPE html><title>Not found</title>       | this is a web page and not a JPEG image
            webp | to be done                                    | this is text and not a WebP image
            avif | <svg xmlns="http://www.w3.org/2000/svg"/>     | this is text and not an AVIF image
            gif  | \\1\\2\\3\\4                                  | this is not a GIF image
            jpg  | \\0\\0\\0\\30ftypheic\\0\\0\\0\\0mif1heic     | browsers do not show HEIC images
            png  | II*\\0\\10\\0\\0\\0                           | browsers do not show TIFF images
            png  | 8BPS\\0\\1                                    | browsers do not show Photoshop images
            png  | \\211PNG\\r\\n\\32\\n\\0\\0\\0\\rIHDR\\0\\0   | the PNG image is damaged or incomplete
            jpg  | \\377\\330\\377\\340\\377\\377JFIF            | the JPEG image is damaged or incomplete
            webp | RIFF\\20\\0\\0\\0WEBPVP8                      | the WebP image is damaged or incomplete
            gif  | GIF89a\\1                                     | the GIF image is damaged or incomplete
            avif | \\0\\0\\0\\20ftypavif\\0\\0\\0\\0             | the AVIF image is damaged or incomplete
            """)
    void saysWhatAFileIsInstead(String ending, String content, String fault) throws IOException {
        assertEquals(fault, fault(ending, ascii(content.translateEscapes())));
        assertEquals("the file is empty", fault(ending, NONE));
    }

    @Test
    void findsImagesThatWereCutOff() throws IOException {
        for (byte[] whole : List.of(
                jpeg(300, 200, NONE, ""),
                png(300, 200, NONE, ""),
                webp(300, 200, NONE, ""),
                avif(300, 200, 0, POSITION, ""))) {
            assertEquals("none", fault("png", whole));
            assertTrue(fault("png", Arrays.copyOf(whole, whole.length - 5)).endsWith("is damaged or incomplete"));
        }
    }

    /** Some cameras append a film, and some programs a few bytes. */
    @Test
    void readsImagesWithSomethingAfterThem() throws IOException {
        assertEquals("none", fault("jpg", concat(jpeg(30, 20, NONE, ""), new byte[100])));
        assertEquals("none", fault("png", concat(png(30, 20, NONE, ""), new byte[100])));
    }

    /** A chunk, a segment or a box may claim any length, and lists may claim to contain each other. */
    @Test
    void readsHostileFilesInNoTime() throws IOException {
        var random = new Random(16);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (Map.Entry<String, byte[]> each : withPosition().entrySet()) {
                byte[] original = each.getValue();
                for (int i = 0; i < 3000; i++) {
                    byte[] hostile = original.clone();
                    for (int j = random.nextInt(4); j >= 0; j--) {
                        hostile[random.nextInt(Math.min(hostile.length, 900))] =
                                (byte) (random.nextBoolean() ? 255 : random.nextInt());
                    }
                    try (var parts = new FileBytes(new BytesChannel(ByteBuffer.wrap(hostile)))) {
                        ImageReader.read("png", parts);
                    }
                    ImageReader.withoutPosition(hostile);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {":gps", "<a:gpslat>", "a:gpslat=\"1", "a:gps=", "a:gps          ", "<a:gpslat/>"})
    void readsLongMetadataInTimeProportionalToThem(String part) {
        byte[] packet = ascii(part.repeat((4 << 20) / part.length()));
        assertTimeout(Duration.ofSeconds(5), () -> Xmp.withoutPosition(packet));
    }

    /** A decompression bomb: a few kilobytes that become gigabytes. */
    @Test
    void inflatesNoMoreThanMetadataHave() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        byte[] bomb = pngChunk("iTXt", concat(ascii("XML:com.adobe.xmp\0\1\0\0\0"), deflated.toByteArray()));
        assertFalse(header(withPngChunks(png(30, 20, NONE, ""), bomb)).hasPosition());
    }
}
