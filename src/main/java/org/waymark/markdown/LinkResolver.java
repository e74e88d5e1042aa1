package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.ImageSize;

/** What the page of a text knows: most of all, the address that a link or image has there, by its destination as written. */
@FunctionalInterface
public interface LinkResolver {
    String resolve(String destination);

    /** What is said beside the words of the text. */
    default ProseLabels labels() {
        return ProseLabels.NUMBERS;
    }

    /** What readers are told of a file that a link leads to; empty for pages. */
    default Optional<DownloadNote> noteOf(String destination) {
        return Optional.empty();
    }

    /** Whether a link leads to the explanation of a term, so that it looks like the terms that are found in the text. */
    default boolean isTerm(String destination) {
        return false;
    }

    /** How large an image is shown, if that is known. */
    default Optional<ImageSize> sizeOf(String destination) {
        return Optional.empty();
    }
}
