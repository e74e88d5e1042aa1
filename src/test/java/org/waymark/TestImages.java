package org.waymark;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images for tests, which real programs can read, with metadata as cameras write them. */
public final class TestImages {
    private static final Pattern DESCRIPTION =
            Pattern.compile("(JPEG|PNG|GIF|WebP|AVIF) image, (\\d+) × (\\d+) pixels(, taken at a known place)?");

    private TestImages() {}

    /** The image that a line of a spec describes, such as {@code JPEG image, 640 × 480 pixels}. */
    public static byte[] described(String line) {
        Matcher words = DESCRIPTION.matcher(line.strip());
        if (!words.matches()) {
            throw new IllegalArgumentException("no image: " + line);
        }
        int width = Integer.parseInt(words.group(2));
        int height = Integer.parseInt(words.group(3));
        byte[] exif = words.group(4) == null ? new byte[0] : exif(1, true, ByteOrder.BIG_ENDIAN);
        return switch (words.group(1)) {
            case "JPEG" -> jpeg(width, height, exif, "");
            case "PNG" -> png(width, height, exif, "");
            case "GIF" -> drawn(width, height, "gif");
            case "WebP" -> webp(width, height, exif, "");
            default -> avif(width, height, 0, exif, "");
        };
    }

    private static byte[] drawn(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < Math.min(width, 64); x++) {
            image.setRGB(x, Math.min(height - 1, x / 3), Color.HSBtoRGB(x / 64f, 1, 1));
        }
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixels of a file, as a program that shows it reads them. */
    public static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** What a camera writes: orientation, maker and, optionally, a position in the west of London. */
    public static byte[] exif(int orientation, boolean hasPosition, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(400).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8);
        exif.putShort((short) (hasPosition ? 4 : 3));
        entry(exif, 0x010F, 2, 8, 200); // maker
        entry(exif, 0x0112, 3, 1, order == ByteOrder.BIG_ENDIAN ? orientation << 16 : orientation);
        if (hasPosition) {
            entry(exif, 0x8825, 4, 1, 100);
        }
        entry(exif, 0x9003, 2, 4, 0x32303236);
        exif.putInt(0);
        exif.put(200, "Waymark\0".getBytes(StandardCharsets.US_ASCII));
        if (hasPosition) {
            exif.position(100);
            exif.putShort((short) 4);
            entry(exif, 1, 2, 2, 0x4E004E00);
            entry(exif, 2, 5, 3, 220);
            entry(exif, 3, 2, 2, 0x57005700);
            entry(exif, 4, 5, 3, 244);
            exif.putInt(0);
            for (int number : new int[] {51, 1, 30, 1, 1234, 100, 0, 1, 12, 1, 4321, 100}) {
                exif.putInt(exif.position() < 220 ? skipTo(exif, 220, number) : number);
            }
        }
        return exif.array();
    }

    private static int skipTo(ByteBuffer buffer, int position, int number) {
        buffer.position(position);
        return number;
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Metadata as a photo program writes it. */
    public static String xmp(String properties) {
        return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                + " xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" " + properties
                + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    public static byte[] jpeg(int width, int height, byte[] exif, String xmp) {
        byte[] plain = drawn(width, height, "jpg");
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        if (exif.length > 0) {
            segment(bytes, 0xE1, concat("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif));
        }
        if (!xmp.isEmpty()) {
            segment(bytes, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + xmp).getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    private static void segment(ByteArrayOutputStream bytes, int code, byte[] content) {
        bytes.write(0xFF);
        bytes.write(code);
        bytes.write(content.length + 2 >> 8);
        bytes.write(content.length + 2);
        bytes.writeBytes(content);
    }

    public static byte[] png(int width, int height, byte[] exif, String xmp) {
        byte[] plain = drawn(width, height, "png");
        var chunks = new ByteArrayOutputStream();
        if (exif.length > 0) {
            chunks.writeBytes(pngChunk("eXIf", exif));
        }
        if (!xmp.isEmpty()) {
            chunks.writeBytes(pngChunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + xmp).getBytes(StandardCharsets.UTF_8)));
        }
        return withPngChunks(plain, chunks.toByteArray());
    }

    /** A PNG file with more chunks after its header. */
    public static byte[] withPngChunks(byte[] png, byte[] chunks) {
        byte[] head = Arrays.copyOf(png, 33);
        return concat(concat(head, chunks), Arrays.copyOfRange(png, 33, png.length));
    }

    public static byte[] pngChunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
        chunk.putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var checksum = new CRC32();
        checksum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    /** The container only: no program of ours reads the pixels. */
    public static byte[] webp(int width, int height, byte[] exif, String xmp) {
        var chunks = new ByteArrayOutputStream();
        ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        canvas.putInt(0)
                .put((byte) (width - 1))
                .putShort((short) (width - 1 >> 8))
                .put((byte) (height - 1));
        canvas.putShort((short) (height - 1 >> 8));
        riff(chunks, "VP8X", canvas.array());
        riff(chunks, "VP8L", new byte[] {0x2F, 0, 0, 0, 0, 1, 2});
        if (exif.length > 0) {
            riff(chunks, "EXIF", exif);
        }
        if (!xmp.isEmpty()) {
            riff(chunks, "XMP ", xmp.getBytes(StandardCharsets.UTF_8));
        }
        var file = new ByteArrayOutputStream();
        riff(file, "RIFF", concat("WEBP".getBytes(StandardCharsets.US_ASCII), chunks.toByteArray()));
        return file.toByteArray();
    }

    private static void riff(ByteArrayOutputStream bytes, String name, byte[] content) {
        bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        bytes.writeBytes(content);
        if (content.length % 2 == 1) {
            bytes.write(0);
        }
    }

    /** The container only, with a thumbnail before the image. */
    public static byte[] avif(int width, int height, int turns, byte[] exif, String xmp) {
        byte[] exifItem = concat(new byte[4], exif);
        byte[] xmpItem = xmp.getBytes(StandardCharsets.UTF_8);
        byte[] ftyp = box("ftyp", "avif\0\0\0\0avifmif1".getBytes(StandardCharsets.ISO_8859_1));
        byte[] meta = avifMeta(width, height, turns, 0, exifItem.length, xmpItem.length);
        int start = ftyp.length + meta.length + 8;
        meta = avifMeta(width, height, turns, start, exifItem.length, xmpItem.length);
        return concat(concat(ftyp, meta), box("mdat", concat(exifItem, xmpItem)));
    }

    private static byte[] avifMeta(int width, int height, int turns, int start, int exif, int xmp) {
        byte[] items = concat(
                concat(
                        box(
                                "infe",
                                concat(
                                        new byte[] {2, 0, 0, 0, 0, 2, 0, 0},
                                        "av01\0".getBytes(StandardCharsets.US_ASCII))),
                        box(
                                "infe",
                                concat(
                                        new byte[] {2, 0, 0, 0, 0, 3, 0, 0},
                                        "Exif\0".getBytes(StandardCharsets.US_ASCII)))),
                box(
                        "infe",
                        concat(
                                new byte[] {2, 0, 0, 0, 0, 4, 0, 0},
                                "mime\0application/rdf+xml\0".getBytes(StandardCharsets.US_ASCII))));
        ByteBuffer places = ByteBuffer.allocate(8 + 2 * 14);
        places.putInt(0).put((byte) 0x44).put((byte) 0).putShort((short) 2);
        places.putShort((short) 3)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(start)
                .putInt(exif);
        places.putShort((short) 4)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(start + exif)
                .putInt(xmp);
        byte[] thumbnail = box(
                "ispe", ByteBuffer.allocate(12).putInt(0).putInt(16).putInt(16).array());
        byte[] size = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        byte[] properties = concat(concat(thumbnail, size), box("irot", new byte[] {(byte) turns}));
        byte[] associations = {0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1, 1, 0, 2, 2, 2, 3};
        return box(
                "meta",
                concat(
                        new byte[4],
                        concat(
                                concat(
                                        box("pitm", new byte[] {0, 0, 0, 0, 0, 2}),
                                        box("iinf", concat(new byte[] {0, 0, 0, 0, 0, 3}, items))),
                                concat(
                                        box("iloc", places.array()),
                                        box("iprp", concat(box("ipco", properties), box("ipma", associations)))))));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    public static byte[] concat(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
