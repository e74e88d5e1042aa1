package org.waymark.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.waymark.source.FileBytes.Incomplete;
import org.waymark.source.ImageMetadata.Form;

/**
 * The chunks of a PNG file (PNG, third edition, section 5). Metadata are in a chunk of their own, or in a text chunk that
 * may be compressed; some programs write them there in hexadecimal.
 */
final class PngStructure {
    /** The bytes of a chunk besides its data: length and type before it, a checksum after it. */
    private static final int FRAME = 12;

    private static final String XMP = "XML:com.adobe.xmp";
    private static final String HEXADECIMAL = "Raw profile type ";

    private PngStructure() {}

    static ImageStructure of(FileBytes file) throws IOException, Incomplete {
        var metadata = new ArrayList<ImageMetadata>();
        ByteBuffer header = file.all(8, 16);
        if (header.getInt(4) != name("IHDR")) {
            throw new Incomplete();
        }
        var size = new ImageSize(header.getInt(8), file.all(20, 4).getInt());
        long at = 8;
        for (int parts = 0; ; parts++) {
            ImageStructure.refuseTooMany(parts);
            ByteBuffer head = file.all(at, 8);
            long length = Integer.toUnsignedLong(head.getInt(0));
            int type = head.getInt(4);
            if (at + FRAME + length > file.size()) {
                throw new Incomplete();
            }
            if (type == name("IEND")) {
                return new ImageStructure(size, false, metadata);
            }
            boolean isMetadata =
                    type == name("eXIf") || type == name("iTXt") || type == name("zTXt") || type == name("tEXt");
            if (isMetadata && length <= ImageMetadata.LONGEST) {
                byte[] content = file.all(at + 8, (int) length).array();
                metadata(type, at, content).ifPresent(metadata::add);
            }
            at += FRAME + length;
        }
    }

    private static int name(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }

    private static Optional<ImageMetadata> metadata(int type, long at, byte[] chunk) {
        if (type == name("eXIf")) {
            return Optional.of(found(Form.EXIF, type, at, chunk, chunk, changed -> changed));
        }
        int end = end(chunk, 0);
        String keyword = new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
        boolean isHexadecimal = keyword.startsWith(HEXADECIMAL);
        if (!(keyword.equals(XMP) && type == name("iTXt")) && !isHexadecimal) {
            return Optional.empty();
        }
        int start = type == name("iTXt") ? textStart(chunk, end) : type == name("zTXt") ? end + 2 : end + 1;
        boolean isCompressed =
                type == name("zTXt") || (type == name("iTXt") && end + 1 < chunk.length && chunk[end + 1] == 1);
        if (start > chunk.length) {
            return Optional.empty();
        }
        byte[] before = Arrays.copyOf(chunk, start);
        byte[] typed = Arrays.copyOfRange(chunk, start, chunk.length);
        Optional<byte[]> text = isCompressed ? inflated(typed) : Optional.of(typed);
        UnaryOperator<byte[]> written = changed -> joined(before, isCompressed ? deflated(changed) : changed);
        if (!isHexadecimal) {
            return text.map(xmp -> found(Form.XMP, type, at, chunk, xmp, written));
        }
        return text.flatMap(hexadecimal -> Hexadecimal.of(hexadecimal))
                .map(digits -> found(
                        digits.form(),
                        type,
                        at,
                        chunk,
                        digits.content(),
                        changed -> written.apply(digits.with(changed))));
    }

    private static ImageMetadata found(
            Form form, int type, long at, byte[] chunk, byte[] content, UnaryOperator<byte[]> written) {
        return new ImageMetadata(
                form, at, chunk.length + FRAME, content, changed -> chunk(type, written.apply(changed)));
    }

    /** The end of a null-terminated text. */
    private static int end(byte[] chunk, int from) {
        int end = from;
        while (end < chunk.length && chunk[end] != 0) {
            end++;
        }
        return end;
    }

    /** After the keyword, two bytes about compression, the language and the translated keyword (section 11.3.3.4). */
    private static int textStart(byte[] chunk, int keywordEnd) {
        return end(chunk, end(chunk, keywordEnd + 3) + 1) + 1;
    }

    private static byte[] chunk(int type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + FRAME);
        chunk.putInt(content.length).putInt(type).put(content);
        var checksum = new CRC32();
        checksum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    /** Empty if damaged, or longer than any metadata. */
    private static Optional<byte[]> inflated(byte[] bytes) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            var text = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 || text.size() + length > ImageMetadata.LONGEST) {
                    return Optional.empty();
                }
                text.write(part, 0, length);
            }
            return Optional.of(text.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var text = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                text.write(part, 0, deflater.deflate(part));
            }
            return text.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * A profile as ImageMagick writes it: a line feed, a name, the length, and the bytes in lines of digits.
     *
     * @param head all before the digits
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hexadecimal(Form form, String head, byte[] content) {
        private static final int LINE = 72;

        static Optional<Hexadecimal> of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int name = text.indexOf('\n', 0);
            int length = name < 0 ? -1 : text.indexOf('\n', name + 1);
            int start = length < 0 ? -1 : text.indexOf('\n', length + 1);
            if (start < 0) {
                return Optional.empty();
            }
            String digits = text.substring(start).replace("\n", "").strip();
            try {
                byte[] content = HexFormat.of().parseHex(digits);
                boolean isExif = Exif.of(content).isPresent();
                return Optional.of(new Hexadecimal(isExif ? Form.EXIF : Form.XMP, text.substring(0, start), content));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        byte[] with(byte[] changed) {
            String hexadecimal = HexFormat.of().formatHex(changed).toLowerCase(Locale.ROOT);
            var text = new StringBuilder(head);
            for (int i = 0; i < hexadecimal.length(); i += LINE) {
                text.append('\n').append(hexadecimal, i, Math.min(i + LINE, hexadecimal.length()));
            }
            return text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
