package org.waymark.source;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A range of bytes of an image file that contains metadata.
 *
 * @param start where it begins in the file
 * @param length how many bytes of the file are replaced when it changes
 * @param content the metadata themselves
 * @param wrapped turns changed metadata into the bytes that replace the range
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImageMetadata(Form form, long start, int length, byte[] content, UnaryOperator<byte[]> wrapped) {
    /** The maximum length read: photos have about 60 kB, and JPEG allows at most 64 kB. */
    static final int LONGEST = 4 << 20;

    /** How metadata are written. */
    enum Form {
        EXIF,
        XMP
    }

    static ImageMetadata inPlace(Form form, long start, byte[] content) {
        return new ImageMetadata(form, start, content.length, content, UnaryOperator.identity());
    }

    boolean hasPosition() {
        return form == Form.EXIF ? Exif.of(content).filter(Exif::hasPosition).isPresent() : Xmp.hasPosition(content);
    }

    /** The replacement for the range, without the location where the image was taken. */
    byte[] withoutPosition() {
        return wrapped.apply(
                form == Form.EXIF
                        ? Exif.of(content).map(Exif::withoutPosition).orElse(content)
                        : Xmp.withoutPosition(content));
    }

    /** How the image is to be rotated: 1 to 8 (Exif 3.0, tag {@code Orientation}). */
    Optional<Integer> orientation() {
        return form == Form.EXIF ? Exif.of(content).flatMap(Exif::orientation) : Optional.empty();
    }
}
