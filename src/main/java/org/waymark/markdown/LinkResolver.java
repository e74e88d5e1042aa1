package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.ImageSize;

/** Turns the destination of a link or image, as written, into the address that a page uses. */
@FunctionalInterface
public interface LinkResolver {
    String resolve(String destination);

    /** What readers are told of a file that a link leads to; empty for pages. */
    default Optional<DownloadNote> noteOf(String destination) {
        return Optional.empty();
    }

    /** How large an image is shown, if that is known. */
    default Optional<ImageSize> sizeOf(String destination) {
        return Optional.empty();
    }
}
