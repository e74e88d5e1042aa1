package org.waymark.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.source.FileBytes.Incomplete;
import org.waymark.source.ImageMetadata.Form;

/** The boxes of an AVIF file that give its size, and the location of its metadata (ISO/IEC 14496-12 and 23008-12). */
final class AvifStructure {
    /** The size of the list of contents. Images need a few hundred bytes, large tiled ones a few thousand. */
    private static final int LONGEST_CONTENTS = 1 << 20;

    private final Map<Integer, String> types = new HashMap<>();
    private final Map<Integer, List<Integer>> properties = new HashMap<>();
    private final List<Box> known = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int primary;

    private AvifStructure() {}

    /** A box without its header. */
    private record Box(String type, ByteBuffer content) {}

    /** Where the bytes of an item are in the file. */
    private record Place(int item, long start, long length) {}

    static ImageStructure of(FileBytes file) throws IOException, Incomplete {
        long at = 0;
        Optional<ImageStructure> found = Optional.empty();
        for (int parts = 0; at < file.size(); parts++) {
            ImageStructure.refuseTooMany(parts);
            ByteBuffer head = ByteBuffer.wrap(file.at(at, 16));
            long length = Integer.toUnsignedLong(head.getInt(0));
            String type = type(head, 4);
            int headLength = length == 1 ? 16 : 8;
            length = length == 1 ? head.getLong(8) : length == 0 ? file.size() - at : length;
            if (length < headLength || length > file.size() - at) {
                throw new Incomplete();
            }
            if (type.equals("meta") && found.isEmpty()) {
                if (length > LONGEST_CONTENTS) {
                    throw new Incomplete();
                }
                var contents = new AvifStructure();
                contents.readMeta(file.all(at + headLength, (int) length - headLength));
                found = Optional.of(contents.structure(file));
            }
            at += length;
        }
        return found.orElseThrow(Incomplete::new);
    }

    private static String type(ByteBuffer bytes, int at) {
        byte[] letters = new byte[4];
        bytes.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** The boxes in a range of bytes. */
    private static List<Box> boxes(ByteBuffer bytes, int from) {
        var boxes = new ArrayList<Box>();
        int at = from;
        while (at + 8 <= bytes.limit()) {
            int length = bytes.getInt(at);
            if (length < 8 || length > bytes.limit() - at) {
                break;
            }
            boxes.add(new Box(type(bytes, at + 4), bytes.slice(at + 8, length - 8)));
            at += length;
        }
        return boxes;
    }

    private void readMeta(ByteBuffer meta) {
        for (Box box : boxes(meta, 4)) {
            ByteBuffer content = box.content();
            switch (box.type()) {
                case "pitm" -> primary = number(content, 4, content.get(0) == 0 ? 2 : 4);
                case "iinf" -> boxes(content, content.get(0) == 0 ? 6 : 8).forEach(this::readItem);
                case "iloc" -> readPlaces(content);
                case "iprp" ->
                    boxes(content, 0).forEach(part -> {
                        if (part.type().equals("ipco")) {
                            known.addAll(boxes(part.content(), 0));
                        } else if (part.type().equals("ipma")) {
                            readProperties(part.content());
                        }
                    });
                default -> {} // how the pixels are encoded
            }
        }
    }

    private static int number(ByteBuffer bytes, int at, int length) {
        return length == 2 ? Short.toUnsignedInt(bytes.getShort(at)) : bytes.getInt(at);
    }

    private void readItem(Box item) {
        ByteBuffer content = item.content();
        int version = content.get(0);
        if (item.type().equals("infe") && version >= 2) {
            int idLength = version == 2 ? 2 : 4;
            int id = number(content, 4, idLength);
            String type = type(content, 6 + idLength);
            boolean isXmp = type.equals("mime")
                    && StandardCharsets.ISO_8859_1
                            .decode(content.duplicate().position(10 + idLength))
                            .toString()
                            .contains("application/rdf+xml");
            types.put(id, isXmp ? "xmp" : type);
        }
    }

    private void readProperties(ByteBuffer content) {
        boolean isWide = (content.get(3) & 1) == 1;
        int idLength = content.get(0) < 1 ? 2 : 4;
        int entries = content.getInt(4);
        int at = 8;
        for (int i = 0; i < entries; i++) {
            int item = number(content, at, idLength);
            int count = Byte.toUnsignedInt(content.get(at + idLength));
            at += idLength + 1;
            for (int j = 0; j < count; j++) {
                int property = isWide ? content.getShort(at) & 0x7FFF : content.get(at) & 0x7F;
                properties.computeIfAbsent(item, id -> new ArrayList<>()).add(property);
                at += isWide ? 2 : 1;
            }
        }
    }

    /** Only items whose bytes are in the file as a whole and in one piece (construction method 0). */
    private void readPlaces(ByteBuffer content) {
        int version = content.get(0);
        int sizes = Short.toUnsignedInt(content.getShort(4));
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        int idLength = version < 2 ? 2 : 4;
        int items = number(content, 6, idLength);
        int at = 6 + idLength;
        for (int i = 0; i < items; i++) {
            int item = number(content, at, idLength);
            at += idLength;
            int method = 0;
            if (version > 0) {
                method = content.getShort(at) & 0xF;
                at += 2;
            }
            at += 2;
            long base = sized(content, at, baseSize);
            at += baseSize;
            int pieces = Short.toUnsignedInt(content.getShort(at));
            at += 2;
            if (pieces == 1 && method == 0) {
                long offset = sized(content, at + indexSize, offsetSize);
                long length = sized(content, at + indexSize + offsetSize, lengthSize);
                places.add(new Place(item, base + offset, length));
            }
            at += pieces * (indexSize + offsetSize + lengthSize);
        }
    }

    private static long sized(ByteBuffer content, int at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(content.getInt(at));
            case 8 -> content.getLong(at);
            default -> throw new IllegalArgumentException("no size of a number: " + size);
        };
    }

    private ImageStructure structure(FileBytes file) throws IOException, Incomplete {
        Optional<ImageSize> size = Optional.empty();
        boolean isTurned = false;
        for (int property : properties.getOrDefault(primary, List.of())) {
            Box box = property > 0 && property <= known.size()
                    ? known.get(property - 1)
                    : new Box("", ByteBuffer.allocate(0));
            if (box.type().equals("ispe")) {
                size = Optional.of(
                        new ImageSize(box.content().getInt(4), box.content().getInt(8)));
            } else if (box.type().equals("irot")) {
                isTurned = box.content().get(0) % 2 != 0;
            }
        }
        var metadata = new ArrayList<ImageMetadata>();
        for (Place place : places) {
            String type = types.getOrDefault(place.item(), "");
            boolean isInFile =
                    place.start() >= 0 && place.length() > 4 && place.length() <= file.size() - place.start();
            if (isInFile && type.equals("Exif")) {
                // Four bytes give the offset of the block in the item.
                long skipped =
                        4 + Integer.toUnsignedLong(file.all(place.start(), 4).getInt());
                if (skipped < place.length()) {
                    ImageStructure.metadata(Form.EXIF, file, place.start() + skipped, place.length() - skipped)
                            .ifPresent(metadata::add);
                }
            } else if (isInFile && type.equals("xmp")) {
                ImageStructure.metadata(Form.XMP, file, place.start(), place.length())
                        .ifPresent(metadata::add);
            }
        }
        return new ImageStructure(size.orElseThrow(Incomplete::new), isTurned, metadata);
    }
}
