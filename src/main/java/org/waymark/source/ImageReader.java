package org.waymark.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.source.FileBytes.Incomplete;

/**
 * Reads the headers and metadata of photos and other images, but not their pixels. A library would add a megabyte
 * and dozens of formats; this needs only dimensions and positions in the five formats that browsers show.
 */
final class ImageReader {
    private ImageReader() {}

    /**
     * What was found in a file.
     *
     * @param header empty if a fault prevents the image from being shown
     * @param fault empty if the file is what its name says
     */
    record Result(Optional<ImageHeader> header, Optional<FileFault> fault) {}

    /**
     * Reads a file.
     *
     * @param ending the extension of its name, in lower case
     */
    static Result read(String ending, FileBytes file) throws IOException {
        String what = ImageFormat.named(ending)
                .map(format -> (isVowel(format.label()) ? "an " : "a ") + format.label() + " image")
                .orElse("an image");
        byte[] head = file.at(0, Placeholder.HEAD);
        Optional<ImageFormat> format = ImageFormat.of(head);
        if (format.isEmpty()) {
            return new Result(
                    Optional.empty(),
                    Placeholder.in(head, what)
                            .or(() -> Optional.of(new FileFault(
                                    "this is not " + what, "save it again as PNG or JPEG, or remove it"))));
        }
        if (!format.get().isForBrowsers()) {
            return new Result(Optional.empty(), Optional.of(notForBrowsers(format.get())));
        }
        try {
            ImageStructure structure = ImageStructure.of(format.get(), file);
            return new Result(Optional.of(header(format.get(), structure)), Optional.empty());
        } catch (Incomplete e) {
            return new Result(
                    Optional.empty(),
                    Optional.of(new FileFault(
                            "the " + format.get().label() + " image is damaged or incomplete",
                            "copy or download it again, or save it again from the program in which it was made")));
        }
    }

    private static boolean isVowel(String label) {
        return label.equals("AVIF");
    }

    /** Reports a format that browsers do not show, and one that they do. */
    static FileFault notForBrowsers(ImageFormat format) {
        String program = format == ImageFormat.HEIC
                ? "open it in Preview (macOS) or Photos (Windows) and export it as JPEG; to make the phone take JPEG,"
                        + " choose \"Most Compatible\" in its camera settings"
                : "open it in any image program and export it as "
                        + (format == ImageFormat.BMP ? "PNG" : "JPEG or PNG");
        return new FileFault("browsers do not show " + format.label() + " images", program);
    }

    private static ImageHeader header(ImageFormat format, ImageStructure structure) {
        ImageSize size = structure.size();
        boolean isTurned = structure.isTurned();
        if (format != ImageFormat.AVIF) {
            isTurned = structure.metadata().stream()
                    .flatMap(each -> each.orientation().stream())
                    .findFirst()
                    .filter(orientation -> orientation >= 5 && orientation <= 8)
                    .isPresent();
        }
        return new ImageHeader(
                format,
                isTurned ? size.turned() : size,
                structure.metadata().stream().anyMatch(ImageMetadata::hasPosition));
    }

    /**
     * An image without the location where it was taken. All other bytes are unchanged.
     *
     * @return empty if there is no position, or it cannot be removed
     */
    static Optional<byte[]> withoutPosition(byte[] image) {
        Optional<ImageFormat> format = ImageFormat.of(image).filter(ImageFormat::isForBrowsers);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<ImageMetadata> positions = positions(format.get(), image);
            if (positions.isEmpty()) {
                return Optional.empty();
            }
            byte[] changed = changed(image, positions);
            return positions(format.get(), changed).isEmpty() ? Optional.of(changed) : Optional.empty();
        } catch (Incomplete e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
    }

    private static List<ImageMetadata> positions(ImageFormat format, byte[] image) throws IOException, Incomplete {
        try (var file = new FileBytes(new BytesChannel(ByteBuffer.wrap(image)))) {
            return ImageStructure.of(format, file).metadata().stream()
                    .filter(ImageMetadata::hasPosition)
                    .sorted(Comparator.comparingLong(ImageMetadata::start))
                    .toList();
        }
    }

    private static byte[] changed(byte[] image, List<ImageMetadata> positions) throws Incomplete {
        var changed = new ByteArrayOutputStream(image.length);
        int copied = 0;
        for (ImageMetadata each : positions) {
            int start = (int) each.start();
            if (start < copied) {
                throw new Incomplete(); // two overlapping ranges of metadata
            }
            changed.write(image, copied, start - copied);
            changed.writeBytes(each.withoutPosition());
            copied = start + each.length();
        }
        changed.write(image, copied, image.length - copied);
        return changed.toByteArray();
    }
}
