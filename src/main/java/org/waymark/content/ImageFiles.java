package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.ContentImage;
import org.waymark.source.FileChange;
import org.waymark.source.ImageHeader;
import org.waymark.source.ImageSize;
import org.waymark.source.SizeLimit;
import org.waymark.source.Span;

/** Findings about images in formats other than SVG, from their headers. */
final class ImageFiles {
    /** The width of a large screen; a page shows images half as wide. */
    private static final int MOST_PIXELS = 2_000;
    /** What takes ten seconds on a slow connection, in bytes. */
    private static final long MOST_BYTES = 1 << 20;

    private ImageFiles() {}

    static List<Diagnostic> check(ContentImage image) {
        var found = new ArrayList<Diagnostic>();
        Span place = Span.startOf(image.path());
        image.fault()
                .ifPresent(fault -> found.add(Diagnostic.of(Codes.WRONG_FORMAT, place, fault.text(), fault.help())));
        image.header().ifPresent(header -> {
            ending(image, header, place).ifPresent(found::add);
            if (header.hasPosition()) {
                found.add(Diagnostic.of(
                                Codes.PHOTO_POSITION,
                                place,
                                "the photo records where it was taken",
                                "run `waymark fix`, which removes the position and leaves the image as it is")
                        .withFix(Optional.of(Fix.certain(
                                "Remove the position from the photo", new FileChange.PositionRemoval(image.path())))));
            }
            size(image, header.size(), place).ifPresent(found::add);
        });
        return found;
    }

    private static Optional<Diagnostic> ending(ContentImage image, ImageHeader header, Span place) {
        int dot = image.path().lastIndexOf('.');
        String ending = image.path().substring(dot + 1);
        if (header.format().endings().contains(ending.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String name = image.path().substring(image.path().lastIndexOf('/') + 1, dot + 1)
                + header.format().endings().get(0);
        return Optional.of(Diagnostic.of(
                Codes.WRONG_EXTENSION,
                place,
                "this is a " + header.format().label() + " image, but its name ends with `." + ending + "`",
                "rename it to `" + name + "`, and change the name where texts show it"));
    }

    private static Optional<Diagnostic> size(ContentImage image, ImageSize size, Span place) {
        long bytes = image.version().size();
        if (size.width() <= MOST_PIXELS && size.height() <= MOST_PIXELS && bytes <= MOST_BYTES) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                Codes.LARGE_IMAGE,
                place,
                "the image has " + size.width() + " × " + size.height() + " pixels and " + SizeLimit.rounded(bytes)
                        + "; readers have to wait for it",
                "save a copy of at most 1,600 pixels in width, and less than 500 kB, and put that in its place"));
    }
}
