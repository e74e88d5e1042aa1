package org.waymark.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Camera metadata (Exif 3.0; TIFF 6.0, section 2): lists of tags, each with a value or the offset of one. A list
 * that is truncated or points outside the block is read as far as possible.
 */
final class Exif {
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    /** Positions of the camera and the subject: latitudes and longitudes. */
    private static final Set<Integer> COORDINATES = Set.of(2, 4, 20, 22);
    /** The lengths of the types 1 to 13. */
    private static final int[] LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    /** The image, its thumbnail, and whatever some programs add. */
    private static final int MOST_LISTS = 8;

    private final byte[] bytes;
    private final int base;
    private final ByteBuffer block;
    private final List<TagList> lists = new ArrayList<>();

    /** A list of tags: its offset and how many entries it has. */
    private record TagList(int offset, int count) {
        int entry(int index) {
            return offset + 2 + index * ENTRY;
        }

        /** Where the offset of the next list is. */
        int end() {
            return entry(count);
        }
    }

    private Exif(byte[] bytes, int base) {
        this.bytes = bytes;
        this.base = base;
        this.block = ByteBuffer.wrap(bytes, base, bytes.length - base).slice();
        block.order(bytes[base] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Set<Integer> seen = new HashSet<>();
        Optional<TagList> list = list(block.getInt(4));
        while (list.isPresent() && seen.add(list.get().offset()) && lists.size() < MOST_LISTS) {
            lists.add(list.get());
            int end = list.get().end();
            list = end + 4 <= block.limit() ? list(block.getInt(end)) : Optional.empty();
        }
    }

    /** Metadata with or without the JPEG prefix; empty if they are not valid. */
    static Optional<Exif> of(byte[] bytes) {
        int base = Arrays.mismatch(bytes, PREFIX) == PREFIX.length ? PREFIX.length : 0;
        boolean isExif = bytes.length >= base + 8
                && ((bytes[base] == 'I' && bytes[base + 1] == 'I' && bytes[base + 2] == 42)
                        || (bytes[base] == 'M' && bytes[base + 1] == 'M' && bytes[base + 3] == 42));
        return isExif ? Optional.of(new Exif(bytes, base)) : Optional.empty();
    }

    private Optional<TagList> list(int offset) {
        if (offset < 8 || offset > block.limit() - 2) {
            return Optional.empty();
        }
        int count = Math.min(Short.toUnsignedInt(block.getShort(offset)), (block.limit() - offset - 2) / ENTRY);
        return Optional.of(new TagList(offset, count));
    }

    private OptionalInt entry(TagList list, int tag) {
        for (int i = 0; i < list.count(); i++) {
            if (tag(list.entry(i)) == tag) {
                return OptionalInt.of(list.entry(i));
            }
        }
        return OptionalInt.empty();
    }

    private int tag(int entry) {
        return Short.toUnsignedInt(block.getShort(entry));
    }

    Optional<Integer> orientation() {
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt entry = entry(lists.get(0), ORIENTATION);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(Short.toUnsignedInt(block.getShort(entry.getAsInt() + 8)));
    }

    /** Cameras without a position write zeros, or the position tags without a value. */
    boolean hasPosition() {
        return positions().stream().anyMatch(list -> {
            for (int i = 0; i < list.count(); i++) {
                int entry = list.entry(i);
                if (COORDINATES.contains(tag(entry)) && hasNumber(entry)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<TagList> positions() {
        return lists.stream()
                .flatMap(list -> entry(list, GPS).stream().boxed())
                .flatMap(entry -> list(block.getInt(entry + 8)).stream())
                .toList();
    }

    /** Whether a value is more than zeros. The divisors of degrees, minutes and seconds are not. */
    private boolean hasNumber(int entry) {
        int length = length(entry);
        int start = start(entry, length);
        for (int at = start; start >= 0 && at + 8 <= start + length; at += 8) {
            if (block.getInt(at) != 0) {
                return true;
            }
        }
        return false;
    }

    private int length(int entry) {
        int type = Short.toUnsignedInt(block.getShort(entry + 2));
        long count = Integer.toUnsignedLong(block.getInt(entry + 4));
        long length = type < LENGTHS.length ? LENGTHS[type] * count : 0;
        return (int) Math.min(length, block.limit());
    }

    /** Where a value begins; negative if it is not in the block. */
    private int start(int entry, int length) {
        if (length <= 4) {
            return entry + 8;
        }
        int offset = block.getInt(entry + 8);
        return offset >= 0 && offset <= block.limit() - length ? offset : -1;
    }

    /**
     * The same metadata, as long as before, without the list of positions: it and its values are zeros, and no tag leads to
     * it. The lists of all other tags stay, wherever the list of positions says that its values are.
     */
    byte[] withoutPosition() {
        byte[] changed = bytes.clone();
        for (TagList list : positions()) {
            for (int i = 0; i < list.count(); i++) {
                int length = length(list.entry(i));
                int start = start(list.entry(i), length);
                if (start >= 0) {
                    Arrays.fill(changed, base + start, base + start + length, (byte) 0);
                }
            }
            Arrays.fill(changed, base + list.offset(), base + list.end(), (byte) 0);
        }
        System.arraycopy(bytes, base, changed, base, 8);
        lists.forEach(list -> copyWithoutPointer(list, changed));
        return changed;
    }

    private void copyWithoutPointer(TagList list, byte[] changed) {
        ByteBuffer target =
                ByteBuffer.wrap(changed, base, changed.length - base).slice();
        target.order(block.order());
        int kept = 0;
        for (int i = 0; i < list.count(); i++) {
            int entry = list.entry(i);
            if (tag(entry) != GPS) {
                System.arraycopy(bytes, base + entry, changed, base + list.entry(kept), ENTRY);
                kept++;
            }
        }
        target.putShort(list.offset(), (short) kept);
        int next = list.end() + 4 <= block.limit() ? block.getInt(list.end()) : 0;
        int end = list.entry(kept);
        if (kept < list.count()) {
            Arrays.fill(changed, base + end, Math.min(base + list.end() + 4, changed.length), (byte) 0);
        }
        if (end + 4 <= block.limit()) {
            target.putInt(end, next);
        }
    }
}
