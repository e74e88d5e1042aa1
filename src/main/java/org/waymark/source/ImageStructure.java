package org.waymark.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.source.FileBytes.Incomplete;

/**
 * The structure of an image file. Only the metadata and the headers that lead from one part to the next are read.
 *
 * @param size as the pixels are stored
 * @param isTurned whether the format itself swaps width and height
 * @param metadata that browsers and programs find in the file, in file order
 */
record ImageStructure(ImageSize size, boolean isTurned, List<ImageMetadata> metadata) {
    /** The maximum number of parts read; a file with more counts as complete. Images of 32 MB have some 4,000. */
    private static final int MOST_PARTS = 20_000;

    ImageStructure {
        metadata = List.copyOf(metadata);
    }

    /**
     * Reads the parts of an image.
     *
     * @throws Incomplete if the file ends too early, or its parts contradict each other
     */
    static ImageStructure of(ImageFormat format, FileBytes file) throws IOException, Incomplete {
        try {
            return switch (format) {
                case JPEG -> jpeg(file);
                case PNG -> PngStructure.of(file);
                case GIF -> gif(file);
                case WEBP -> webp(file);
                case AVIF -> AvifStructure.of(file);
                default -> throw new IllegalArgumentException("not for browsers: " + format);
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Incomplete();
        }
    }

    /** The content of a range of metadata, or nothing if it is too long. */
    static Optional<ImageMetadata> metadata(ImageMetadata.Form form, FileBytes file, long start, long length)
            throws IOException, Incomplete {
        return length > ImageMetadata.LONGEST
                ? Optional.empty()
                : Optional.of(ImageMetadata.inPlace(
                        form, start, file.all(start, (int) length).array()));
    }

    static void refuseTooMany(int parts) throws Incomplete {
        if (parts > MOST_PARTS) {
            throw new Incomplete();
        }
    }

    /** Segments up to the one where the pixels begin (ITU-T T.81, annex B). */
    private static ImageStructure jpeg(FileBytes file) throws IOException, Incomplete {
        var metadata = new ArrayList<ImageMetadata>();
        Optional<ImageSize> size = Optional.empty();
        long at = 2;
        for (int parts = 0; ; parts++) {
            refuseTooMany(parts);
            ByteBuffer marker = file.all(at, 4);
            int code = Byte.toUnsignedInt(marker.get(1));
            if (marker.get(0) != (byte) 0xFF) {
                throw new Incomplete();
            }
            if (code == 0xFF) {
                at++; // a fill byte
                continue;
            }
            if (code == 0xDA || code == 0xD9) {
                break;
            }
            int length = Short.toUnsignedInt(marker.getShort(2));
            if (length < 2) {
                throw new Incomplete();
            }
            boolean isFrame = code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
            if (isFrame) {
                ByteBuffer frame = file.all(at + 5, 4);
                size = Optional.of(
                        new ImageSize(Short.toUnsignedInt(frame.getShort(2)), Short.toUnsignedInt(frame.getShort(0))));
            } else if (code == 0xE1) {
                application(file, at + 4, length - 2).ifPresent(metadata::add);
            }
            at += 2 + length;
        }
        refuseCutOff(file);
        return new ImageStructure(size.orElseThrow(Incomplete::new), false, metadata);
    }

    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";

    private static Optional<ImageMetadata> application(FileBytes file, long start, int length)
            throws IOException, Incomplete {
        byte[] content = file.all(start, length).array();
        String head = new String(content, 0, Math.min(length, MORE_XMP.length()), StandardCharsets.ISO_8859_1);
        if (head.startsWith("Exif\0\0")) {
            return Optional.of(ImageMetadata.inPlace(ImageMetadata.Form.EXIF, start, content));
        }
        return head.startsWith(XMP) || head.startsWith(MORE_XMP)
                ? Optional.of(ImageMetadata.inPlace(ImageMetadata.Form.XMP, start, content))
                : Optional.empty();
    }

    /**
     * Cameras append films and other images, so anything may follow the end marker; but a truncated file has none at
     * all.
     */
    private static void refuseCutOff(FileBytes file) throws IOException, Incomplete {
        int length = (int) Math.min(file.size(), 2);
        if (isEnd(file.at(file.size() - length, length), 0)) {
            return;
        }
        byte[] tail = file.at(Math.max(0, file.size() - TAIL), TAIL);
        for (int i = tail.length - 2; i >= 0; i--) {
            if (isEnd(tail, i)) {
                return;
            }
        }
        boolean hasFilm = new String(tail, StandardCharsets.ISO_8859_1).contains("SEFT") || file.size() > FILM;
        if (!hasFilm) {
            throw new Incomplete();
        }
    }

    private static final int TAIL = 1 << 16;
    /** Films take a few megabytes. */
    private static final long FILM = 8 << 20;

    private static boolean isEnd(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xD9;
    }

    /** GIF89a, sections 18 and 27. */
    private static ImageStructure gif(FileBytes file) throws IOException, Incomplete {
        byte[] screen = file.all(6, 4).array();
        byte[] tail = file.at(Math.max(0, file.size() - 16), 16);
        boolean hasEnd = false;
        for (byte b : tail) {
            hasEnd |= b == ';';
        }
        if (!hasEnd) {
            throw new Incomplete();
        }
        return new ImageStructure(new ImageSize(little(screen, 0, 2), little(screen, 2, 2)), false, List.of());
    }

    /** RIFF chunks (RFC 9649, section 2). */
    private static ImageStructure webp(FileBytes file) throws IOException, Incomplete {
        var metadata = new ArrayList<ImageMetadata>();
        Optional<ImageSize> size = Optional.empty();
        long end = 8 + unsigned(file.all(4, 4).array());
        if (end - 1 > file.size()) { // some programs count a byte of padding that they do not write
            throw new Incomplete();
        }
        long at = 12;
        for (int parts = 0; at + 8 <= end; parts++) {
            refuseTooMany(parts);
            byte[] head = file.all(at, 8).array();
            String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            long length = unsigned(new byte[] {head[4], head[5], head[6], head[7]});
            if (at + 8 + length > file.size()) {
                throw new Incomplete();
            }
            switch (name) {
                case "VP8X" ->
                    size = Optional.of(webpCanvas(file.all(at + 12, 6).array()));
                case "VP8 " ->
                    size = size.isPresent()
                            ? size
                            : Optional.of(webpLossy(file.all(at + 14, 4).array()));
                case "VP8L" ->
                    size = size.isPresent()
                            ? size
                            : Optional.of(webpLossless(file.all(at + 9, 4).array()));
                case "EXIF" ->
                    metadata(ImageMetadata.Form.EXIF, file, at + 8, length).ifPresent(metadata::add);
                case "XMP " ->
                    metadata(ImageMetadata.Form.XMP, file, at + 8, length).ifPresent(metadata::add);
                default -> {} // the pixels, the colour profile
            }
            at += 8 + length + length % 2;
        }
        return new ImageStructure(size.orElseThrow(Incomplete::new), false, metadata);
    }

    private static ImageSize webpCanvas(byte[] bytes) {
        return new ImageSize(1 + little(bytes, 0, 3), 1 + little(bytes, 3, 3));
    }

    /** RFC 6386, section 9.1: two bits of each are the scale. */
    private static ImageSize webpLossy(byte[] bytes) {
        return new ImageSize(little(bytes, 0, 2) & 0x3FFF, little(bytes, 2, 2) & 0x3FFF);
    }

    private static ImageSize webpLossless(byte[] bytes) {
        int bits = little(bytes, 0, 4);
        return new ImageSize(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
    }

    private static long unsigned(byte[] bytes) {
        return Integer.toUnsignedLong(little(bytes, 0, 4));
    }

    private static int little(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | Byte.toUnsignedInt(bytes[at + i]);
        }
        return number;
    }
}
